"""The tables of the alliance."""

from deele.alliance.models.delegate import Delegate
from deele.alliance.models.mark import Mark
from deele.alliance.models.match import Match
from deele.alliance.models.membership import Membership
from deele.alliance.models.profile import Profile, ProfileDraft
from deele.alliance.models.tiding import Tiding

__all__ = ["Delegate", "Mark", "Match", "Membership", "Profile", "ProfileDraft", "Tiding"]
