"""What is open in working groups for a member or one of its people, and who could take it on."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.kinds import Duty
from deele.groups.enums import Role
from deele.groups.enums.sessions import SessionState
from deele.groups.models import Seat, Session, Task, WorkingGroup
from deele.groups.queries import people

TASK, LEAD = "groups.task:", "groups.lead:"
BACK = "group"  # nobody of the group: the lead gives it to somebody later
TO_APPROVE = (SessionState.HELD, SessionState.DRAFT)
SHOWN = 120


def seats_of(membership: Any, delegate: Any = None) -> QuerySet[Seat]:
    """The seats held now by one person, or by all people of a member."""
    held = Seat.objects.filter(until=None).select_related("group", "delegate__membership")
    rows = held.filter(delegate__membership=membership) if delegate is None else held.filter(delegate=delegate)
    return rows.order_by("group__name", "group", "delegate__name", "pk")


def others(group: WorkingGroup, leaving: set[int]) -> list[Seat]:
    """Who else works in the group, who leads it first. `leaving` are the delegates that go."""
    seats = people.active(group, timezone.localdate())
    return [seat for seat in seats if seat.delegate_id not in leaving and seat.role != Role.GUEST]


def lead_of(seats: list[Seat]) -> Seat | None:
    """Who of these leads the group."""
    return next((seat for seat in seats if seat.role == Role.LEAD), None)


def open_for(membership: Any, delegate: Any = None, reader: Any = None) -> list[Duty]:
    """Tasks, being lead, minutes to confirm, seats. A reader who sits not in a group learns no more than its number."""
    seats = list(seats_of(membership, delegate))
    leaving = {seat.delegate_id for seat in seats}
    seen = set(WorkingGroup.objects.of(reader).values_list("pk", flat=True)) if reader is not None else None
    found: list[Duty] = []
    for seat in seats:
        if seen is not None and seat.group_id not in seen:
            found.append(hidden(seat))
            continue
        rest = others(seat.group, leaving)
        found += [*tasks(seat, rest, reader), *led(seat, rest, reader), seat_duty(seat, reader)]
    return found


def of_seat(seat: Seat, reader: Any) -> list[dict[str, Any]]:
    """What is open on one seat, as `alliance/_duties.html` wants it."""
    rest = others(seat.group, {seat.delegate_id})
    rows = [*tasks(seat, rest, reader), *led(seat, rest, reader)]
    return [{"title": seat.group.name, "rows": rows}] if rows else []


def hidden(seat: Seat) -> Duty:
    """A seat in a group the reader does not see; what is open there goes on by itself."""
    return Duty(_("A seat in a working group, with what is open there"), whose=seat.delegate.name)


def url(side: str, name: str, *keys: int) -> str:
    """Where the office, or the people of the group, see it."""
    return reverse(f"groups:{side}-{name}", args=keys)


def side_of(reader: Any) -> str:
    """Whose pages are linked."""
    return "desk" if reader is None else "mine"


def tasks(seat: Seat, rest: list[Seat], reader: Any) -> list[Duty]:
    """Open tasks: to whoever leads the group, unless somebody is named; without a lead back to the group."""
    heir = lead_of(rest)
    names = tuple((str(one.pk), name_of(one)) for one in rest if one != heir)
    back = ((BACK, _("back to the group")),) if heir else ()
    return [
        Duty(
            f"{seat.group}: {task.text[:SHOWN]}", url=url(side_of(reader), "task", seat.group_id, task.pk),
            due=task.due_on, whose=seat.delegate.name, heir=name_of(heir) if heir else _("the group"),
            key=f"{TASK}{task.pk}", heirs=(*names, *back),
        )
        for task in Task.objects.open().filter(seat=seat)
    ]  # fmt: skip


def led(seat: Seat, rest: list[Seat], reader: Any) -> list[Duty]:
    """Being the only lead of a group at work, and the minutes that wait for the lead."""
    if seat.role != Role.LEAD or not seat.group.is_at_work:
        return []
    heir = lead_of(rest)
    to = name_of(heir) if heir else _("the office, until somebody leads the group")
    found = [] if heir else [
        Duty(
            _("Leads “%(group)s”") % {"group": seat.group}, url=url(side_of(reader), "people", seat.group_id),
            whose=seat.delegate.name, heir=to, key=f"{LEAD}{seat.pk}",
            heirs=tuple((str(one.pk), name_of(one)) for one in rest),
        )
    ]  # fmt: skip
    waiting = Session.objects.filter(group=seat.group, state__in=TO_APPROVE).order_by("starts_at", "pk")
    for session in waiting:
        session.group = seat.group
        title = _("Minutes to send round or to confirm: %(session)s") % {"session": session}
        where = url(side_of(reader), "minutes", seat.group_id, session.pk)
        found.append(Duty(title, url=where, whose=seat.delegate.name, heir=to))
    return found


def seat_duty(seat: Seat, reader: Any) -> Duty:
    """The seat itself: it ends, and stays to be read."""
    title = _("Seat in “%(group)s” (%(role)s)") % {"group": seat.group, "role": seat.get_role_display()}
    return Duty(title, url=url(side_of(reader), "people", seat.group_id), whose=seat.delegate.name)


def name_of(seat: Seat) -> str:
    """Name and member."""
    return f"{seat.delegate.name} ({seat.delegate.membership})"
