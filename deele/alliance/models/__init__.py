"""The tables of the alliance."""

from deele.alliance.models.delegate import Delegate
from deele.alliance.models.membership import Membership
from deele.alliance.models.profile import Profile, ProfileDraft
from deele.alliance.models.tiding import Tiding
from deele.alliance.models.topic_mute import TopicMute

__all__ = ["Delegate", "Membership", "Profile", "ProfileDraft", "Tiding", "TopicMute"]
