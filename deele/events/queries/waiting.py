"""The waiting list as people look at it: in order, each row with the reason why it has no offer."""

from dataclasses import dataclass
from datetime import datetime

from deele.events.models import Event, Registration
from deele.events.queries import registering
from deele.events.queries.room import room
from deele.events.rules import waiting as rules


@dataclass(frozen=True)
class Row:
    """A registration that waits. `rank` counts from 1; `why` says what it waits for."""

    registration: Registration
    rank: int
    why: str


def waiting_list(event: Event, now: datetime) -> list[Row]:
    """Everybody who waits, as the list is served."""
    found = {row.pk: row for row in registering.waiting_rows(event)}
    decisions = rules.decide(
        registering.waiters(found.values()),
        room(event),
        registering.options_with_room(event),
        registering.terms(event, now),
        now,
    )
    return [Row(found[one.pk], rank, str(one.why)) for rank, one in enumerate(decisions, start=1)]


def rank_of(registration: Registration, now: datetime) -> int:
    """Which place on the waiting list this is, counted from 1; 0 when it does not wait."""
    for row in waiting_list(registration.event, now):
        if row.registration.pk == registration.pk:
            return row.rank
    return 0
