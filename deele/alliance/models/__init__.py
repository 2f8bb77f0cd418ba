"""The tables of the alliance."""

from deele.alliance.models.delegate import Delegate
from deele.alliance.models.joining import JoinRequest
from deele.alliance.models.mark import Mark
from deele.alliance.models.match import Match
from deele.alliance.models.membership import Membership
from deele.alliance.models.merge import MemberMerge
from deele.alliance.models.profile import Profile, ProfileDraft
from deele.alliance.models.tiding import Tiding
from deele.alliance.models.topic_mute import TopicMute

__all__ = ["Delegate", "JoinRequest", "Mark", "Match", "MemberMerge", "Membership", "Profile", "ProfileDraft", "Tiding"]
__all__ = ["Delegate", "Membership", "Profile", "ProfileDraft", "Tiding", "TopicMute"]
