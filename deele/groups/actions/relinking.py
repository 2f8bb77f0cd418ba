"""What people have in groups follows when their members become one, and goes back when that is taken back.

Most people keep their number, and all that hangs on it. Only who acted for both members has two: what hangs on the
number at the gone member is hung on the other one, and two seats in one group become one.
"""

from typing import Any

from django.db.models import F
from django.utils import timezone

from deele.groups.actions import relinking_polls
from deele.groups.enums import Role, WishState
from deele.groups.models import AgendaItem, GroupFile, MinutesItem, MinutesRemark, Participation, Seat, SeatWish, Task

OF_SEAT = {
    "agenda": AgendaItem, "minutes": MinutesItem, "remarks": MinutesRemark, "tasks": Task,
}  # fmt: skip
ROLES = (Role.GUEST, Role.MEMBER, Role.LEAD)


def hung(rows: Any, **to: Any) -> list[int]:
    """Hang rows over and return their keys."""
    keys = list(rows.order_by().values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=keys).update(**to)
    return keys


def move(*, gone: Any, kept: Any, same: dict[int, int]) -> dict[str, Any]:
    """Hang everything over; returns what `back` needs. In the transaction of the merge."""
    return {
        "member": hung(Task.objects.filter(membership=gone), membership=kept),
        "people": [move_person(old, new) for old, new in same.items()],
    }


def move_person(old: int, new: int) -> dict[str, Any]:
    """Seats, wishes, files and what was said to dates, of one person with two numbers."""
    held = dict(Seat.objects.filter(delegate=new, until=None).values_list("group", "pk"))
    doubles = Seat.objects.filter(delegate=old, until=None, group__in=held)
    ones = [one_seat(seat, held[seat.group_id]) for seat in doubles]
    taken = [one["gone"] for one in ones]
    asked = SeatWish.objects.filter(delegate=new, state=WishState.OPEN).values("group")
    double_wishes = SeatWish.objects.filter(
        delegate=old, state=WishState.OPEN, group__in=list(asked.values_list("group", flat=True))
    )
    closed = hung(double_wishes, state=WishState.TAKEN_BACK, answered_at=timezone.now())
    return {
        "old": old, "new": new, "doubles": ones, "closed": closed,
        "seats": hung(Seat.objects.filter(delegate=old).exclude(pk__in=taken), delegate=new),
        "wishes": hung(SeatWish.objects.filter(delegate=old).exclude(pk__in=closed), delegate=new),
        "files": hung(GroupFile.objects.filter(added_by=old), added_by=new),
        "polls": relinking_polls.move(old, new),
    }  # fmt: skip


def one_seat(seat: Seat, other: int) -> dict[str, Any]:
    """Two seats of one person become one: the higher role, and everything that hung on the other."""
    kept = Seat.objects.get(pk=other)
    role = kept.role
    if ROLES.index(Role(seat.role)) > ROLES.index(Role(role)):
        kept.role = seat.role
        Seat.objects.filter(pk=other).update(role=seat.role, version=F("version") + 1)
    today = timezone.localdate()
    Seat.objects.filter(pk=seat.pk).update(until=today, version=F("version") + 1)
    rows = {name: hung(model._default_manager.filter(seat=seat), seat=kept) for name, model in OF_SEAT.items()}
    there = Participation.objects.filter(seat=kept).values_list("session", flat=True)
    places = Participation.objects.filter(seat=seat).exclude(session__in=list(there))
    return {
        "gone": seat.pk, "kept": other, "until": today.isoformat(), "role": role, "given": kept.role, "rows": rows,
        "places": hung(places, seat=kept),
    }  # fmt: skip


def back(*, gone: Any, kept: Any, before: dict[str, Any]) -> None:
    """Hang everything back that still hangs where it was hung."""
    Task.objects.filter(pk__in=before["member"], membership=kept).update(membership=gone)
    for told in before["people"]:
        person_back(told)


def person_back(told: dict[str, Any]) -> None:
    """One person has two numbers again."""
    old, new = told["old"], told["new"]
    Seat.objects.filter(pk__in=told["seats"], delegate=new).update(delegate=old)
    SeatWish.objects.filter(pk__in=told["wishes"], delegate=new).update(delegate=old)
    closed = SeatWish.objects.filter(pk__in=told["closed"], state=WishState.TAKEN_BACK)
    closed.update(state=WishState.OPEN, answered_at=None)
    GroupFile.objects.filter(pk__in=told["files"], added_by=new).update(added_by=old)
    relinking_polls.back(old, new, told["polls"])
    for one in told["doubles"]:
        seat_back(one)


def seat_back(one: dict[str, Any]) -> None:
    """One seat becomes two again, as far as nobody has changed it since."""
    Seat.objects.filter(pk=one["gone"], until=one["until"]).update(until=None, version=F("version") + 1)
    if one["role"] != one["given"]:
        raised = Seat.objects.filter(pk=one["kept"], role=one["given"])
        raised.update(role=one["role"], version=F("version") + 1)
    for name, keys in one["rows"].items():
        OF_SEAT[name]._default_manager.filter(pk__in=keys, seat=one["kept"]).update(seat=one["gone"])
    Participation.objects.filter(pk__in=one["places"], seat=one["kept"]).update(seat=one["gone"])
