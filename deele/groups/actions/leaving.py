"""Somebody leaves: their seats end, their tasks and the lead go to who was named, to the lead, or back to the group.

Groups are locked first, in one order: of two who leave at once the second sees that the first has gone.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.alliance.models import Delegate
from deele.core.errors import Refusal
from deele.groups.actions import seats, tasks
from deele.groups.enums import Role, WishState
from deele.groups.kinds import Actor
from deele.groups.models import Seat, SeatWish, Task, WorkingGroup
from deele.groups.queries import duties


class NoHeir(Refusal):
    """Who was named cannot take it on."""

    code = "no-heir"

    def __init__(self) -> None:
        super().__init__(_("Who you named no longer works in this group. Please open the page again and choose anew."))


@transaction.atomic
def leave(
    *, membership: Any, delegate: Delegate | None, now: datetime, heirs: Mapping[str, str], by: Actor | None = None
) -> int:
    """End the seats of one person, or of all people of a member; returns how many. Twice is once. Raises NoHeir."""
    groups = duties.seats_of(membership, delegate).order_by().values("group")
    list(WorkingGroup.objects.select_for_update().filter(pk__in=groups).order_by("pk"))
    found = list(duties.seats_of(membership, delegate))
    leaving = {seat.delegate_id for seat in found}
    for seat in found:
        hand_over(seat=seat, leaving=leaving, heirs=heirs, now=now)
        seats.end(seat=seat, by=by or Actor(), now=now)
    people = [delegate] if delegate else list(membership.delegates.all())
    wishes = SeatWish.objects.filter(delegate__in=people, state=WishState.OPEN)
    wishes.update(state=WishState.TAKEN_BACK, answered_at=now, updated_at=now)
    return len(found)


@transaction.atomic
def end_seat(*, seat: Seat, by: Actor, now: datetime, heirs: Mapping[str, str] | None = None) -> Seat:
    """End one seat, with what hangs on it handed over. Raises NoHeir, and what seats.end raises."""
    seats.locked(seat.group)
    hand_over(seat=seat, leaving=(), heirs=heirs or {}, now=now)
    return seats.end(seat=seat, by=by, now=now)


def hand_over(*, seat: Seat, leaving: Collection[int], heirs: Mapping[str, str], now: datetime) -> None:
    """Tasks and lead of one seat. In the transaction of the leaving, with the group locked. Raises NoHeir."""
    rest = duties.others(seat.group, {seat.delegate_id, *leaving})
    lead = duties.lead_of(rest)
    for task in Task.objects.open().filter(seat=seat):
        wanted = heirs.get(f"{duties.TASK}{task.pk}", "")
        to = None if wanted == duties.BACK else named(wanted, rest) if wanted else lead
        tasks.hand_on(task=task, to=to, by=None, now=now)
    wanted = heirs.get(f"{duties.LEAD}{seat.pk}", "")
    if wanted:
        seats.change_role(seat=named(wanted, rest), role=Role.LEAD, by=Actor(), now=now)


def named(wanted: str, rest: list[Seat]) -> Seat:
    """The seat somebody chose. Raises NoHeir."""
    found = next((one for one in rest if str(one.pk) == wanted), None)
    if found is None:
        raise NoHeir
    return found
