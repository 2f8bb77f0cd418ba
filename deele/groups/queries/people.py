"""Who there is: colleagues who look after the alliance, delegates, the people of a group."""

from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from deele.access.enums import ROLES, Permission
from deele.access.models import Grant
from deele.accounts.models import User
from deele.alliance.models import Delegate
from deele.groups.enums import Role, WishState
from deele.groups.models import Seat, SeatWish, WorkingGroup

ORDER = Case(
    When(role=Role.LEAD, then=Value(0)), When(role=Role.MEMBER, then=Value(1)), default=Value(2),
    output_field=IntegerField(),
)  # fmt: skip


def colleagues(today: date) -> QuerySet[User]:
    """Who of the office looks after the alliance today."""
    roles = [key for key, role in ROLES.items() if Permission.ALLIANCE_WORK in role.permissions]
    grants = Grant.objects.valid_on(today).filter(role__in=roles)
    return User.objects.filter(is_active=True, pk__in=grants.values("user_id")).order_by("name", "pk")


def delegates(today: date) -> QuerySet[Delegate]:
    """Who acts for a member today."""
    return Delegate.objects.active(today).select_related("membership")


def seats(group: WorkingGroup) -> QuerySet[Seat]:
    """The people of a group now: who leads it first, guests last."""
    rows = group.seats.filter(until=None).select_related("delegate__membership")
    return rows.order_by(ORDER, "delegate__name", "pk")


def active(group: WorkingGroup, today: date) -> list[Seat]:
    """The people of a group who still act for a member."""
    return [seat for seat in seats(group) if seat.delegate.is_active(today)]


def wishes(group: WorkingGroup) -> QuerySet[SeatWish]:
    """Invitations and wishes nobody has answered."""
    return group.wishes.filter(state=WishState.OPEN).select_related("delegate__membership")


def members(group: WorkingGroup) -> list[Any]:
    """The organisations whose people sit in a group, for everybody to see; never a person. Private members are not
    named: their name is that of a person."""
    found = {
        seat.delegate.membership
        for seat in seats(group)
        if seat.delegate.membership.is_public and seat.delegate.membership.kind != "privat" and seat.role != Role.GUEST
    }
    return sorted(found, key=lambda one: (one.name.casefold(), one.pk))
