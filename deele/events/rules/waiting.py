"""Who of the waiting list gets an offer now, and why the others do not.

Order: where the event says so, people from the state first; then by time of arrival. Who stands in front is asked
first. A group stays together: does it not fit into the free places, the next one that fits is asked, and the group
keeps its rank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from deele.events.rules import places
from deele.events.rules.places import Room


@dataclass(frozen=True)
class Waiter:
    """A registration that waits. `options` counts how many of its people want which extra."""

    pk: int
    seats: int
    since: datetime
    is_resident: bool = False
    options: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Terms:
    """What the event says: who comes first and until when, how long an offer holds, whether anything moves at all."""

    moves: bool = True
    priority: str = "offen"
    priority_until: datetime | None = None
    offer_hours: int = 48
    starts_at: datetime | None = None


@dataclass(frozen=True)
class Decision:
    """`until` is when the offer would end; None means no offer, for the reason given."""

    pk: int
    until: datetime | None
    why: Promise | str


RESTS = _("The waiting list rests: the event is not open, or it is over.")
TOO_LATE = _("So shortly before the event nobody is asked by mail. Please ring people up.")
FROM_ELSEWHERE = _("Comes from elsewhere; until the day given, people from the state come first.")
OPTION_FULL = _("Has chosen an extra that is booked out: %(option)s.")
NEXT = _("Gets the offer now.")


def in_order(waiters: Sequence[Waiter], terms: Terms) -> list[Waiter]:
    """The waiting list as it is served."""
    return sorted(
        waiters,
        key=lambda one: (places.comes_first(priority=terms.priority, is_resident=one.is_resident), one.since, one.pk),
    )


def must_wait_first(*, is_resident: bool, terms: Terms, now: datetime) -> bool:
    """Whether somebody from elsewhere has to wait although there is room."""
    if is_resident or terms.priority == "offen":
        return False
    return terms.priority_until is not None and now < terms.priority_until


def decide(
    waiters: Sequence[Waiter], room: Room, options: Mapping[int, tuple[str, Room]], terms: Terms, now: datetime
) -> list[Decision]:
    """One decision for each, in the order of the list. Places promised on the way are no longer free."""
    until = places.offer_ends(now, hours=terms.offer_hours, starts_at=terms.starts_at)
    free = room.free
    left = {pk: one.free for pk, (_title, one) in options.items()}
    found = []
    for waiter in in_order(waiters, terms):
        why = obstacle(waiter, free, left, options, terms, now)
        if why is None and until is not None:
            free = None if free is None else free - waiter.seats
            take(left, waiter.options)
            found.append(Decision(waiter.pk, until, NEXT))
        else:
            found.append(Decision(waiter.pk, None, why or TOO_LATE))
    return found


def take(left: dict[int, int | None], options: Mapping[int, int]) -> None:
    """Promise extras: what has a limit has fewer left."""
    for pk, wanted in options.items():
        still = left.get(pk)
        if still is not None:
            left[pk] = still - wanted


def obstacle(
    waiter: Waiter,
    free: int | None,
    left: Mapping[int, int | None],
    options: Mapping[int, tuple[str, Room]],
    terms: Terms,
    now: datetime,
) -> Promise | str | None:
    """Why this one gets no offer; None when nothing speaks against it but the time."""
    if not terms.moves:
        return RESTS
    if must_wait_first(is_resident=waiter.is_resident, terms=terms, now=now):
        return FROM_ELSEWHERE
    if free is not None and waiter.seats > free:
        return too_few(waiter.seats, free)
    for pk, wanted in waiter.options.items():
        still = left.get(pk)
        if still is not None and wanted > still:
            return OPTION_FULL % {"option": options[pk][0]}
    return None


def too_few(seats: int, free: int) -> str:
    """ "Needs 3 places together, 1 is free." """
    if seats == 1:
        return str(_("Needs a place; none is free."))
    words = ngettext(
        "Needs %(seats)s places together, and %(free)s is free.",
        "Needs %(seats)s places together, and %(free)s are free.",
        free,
    )
    return words % {"seats": seats, "free": max(0, free)}
