"""Who may do what in a group, asked once more inside the transaction."""

from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.groups.enums import Role
from deele.groups.kinds import Actor
from deele.groups.models import Seat, WorkingGroup


class NotAllowed(Refusal):
    """The seat does not suffice, or is gone."""

    code = "not-allowed"


def check_works(group: WorkingGroup, by: Actor) -> None:
    """Raises NotAllowed for guests and for who has no seat."""
    _check(group, by, (Role.LEAD, Role.MEMBER))


def check_leads(group: WorkingGroup, by: Actor) -> None:
    """Raises NotAllowed for all but the lead and the office."""
    _check(group, by, (Role.LEAD,))


def _check(group: WorkingGroup, by: Actor, roles: tuple[Role, ...]) -> None:
    if by.is_office:
        # None is the house itself: a demo, a job.
        allowed = by.user is None or access.can(by.user, Permission.ALLIANCE_WORK)
    else:
        allowed = Seat.objects.filter(group=group, delegate=by.delegate, until=None, role__in=roles).exists()
    if not allowed:
        raise NotAllowed(_("Your seat in this working group does not allow this (any more)."))
