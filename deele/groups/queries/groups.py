"""Lists of groups: for everybody, for a delegate, for the office."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from deele.alliance.models import Delegate
from deele.groups.enums import ACTIVE_STATES, Role, State, WishState
from deele.groups.models import Seat, SeatWish, WorkingGroup

NOW = Q(seats__until=None)
TABS: dict[str, Q] = {
    "": Q(state__in=ACTIVE_STATES),
    "vorgeschlagen": Q(state=State.PROPOSED),
    "beendet": Q(state=State.ENDED),
    "alle": Q(),
}


def public() -> QuerySet[WorkingGroup]:
    """What everybody may see."""
    return WorkingGroup.objects.public().select_related("place__parent")


def of_delegate(delegate: Delegate) -> list[Seat]:
    """Their seats now, with the groups; those at work first."""
    rows = Seat.objects.filter(delegate=delegate, until=None).select_related("group__place")
    return sorted(rows, key=lambda seat: (seat.group.state == State.ENDED, seat.group.name.casefold()))


def invitations(delegate: Delegate) -> QuerySet[SeatWish]:
    """What waits for their answer."""
    return SeatWish.objects.filter(delegate=delegate, invited=True, state=WishState.OPEN).select_related("group")


def found(user: Any, *, tab: str = "", q: str = "") -> QuerySet[WorkingGroup]:
    """Groups for the desk, narrowed."""
    rows = WorkingGroup.objects.visible_to(user).filter(TABS.get(tab, Q())).select_related("place", "caretaker")
    for word in q.split()[:5]:
        rows = rows.filter(Q(name__icontains=word) | Q(mandate__icontains=word))
    return rows.annotate(people=Count("seats", filter=NOW)).order_by("name", "pk")


def proposed(user: Any) -> int:
    """How many proposals wait for the office."""
    return WorkingGroup.objects.visible_to(user).filter(state=State.PROPOSED).count()


def seat_of(delegate: Delegate, group: WorkingGroup) -> Seat | None:
    """The seat of this delegate in this group, if there is one."""
    return Seat.objects.filter(group=group, delegate=delegate, until=None).first()


def of_member(membership: Any) -> QuerySet[WorkingGroup]:
    """The public groups in which people of this member work; guests do not count."""
    seats = Seat.objects.filter(delegate__membership=membership, until=None).exclude(role=Role.GUEST)
    return public().filter(pk__in=seats.values("group"))


def without_lead(user: Any) -> QuerySet[WorkingGroup]:
    """Groups at work that nobody leads now."""
    led = Seat.objects.filter(role=Role.LEAD, until=None)
    return WorkingGroup.objects.visible_to(user).filter(state__in=ACTIVE_STATES).exclude(pk__in=led.values("group"))
