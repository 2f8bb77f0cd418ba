"""When a plan has gone quiet (peers §3.4: no contact for 90 days)."""

from dataclasses import dataclass
from datetime import date

from deele.accompaniment.enums import PlanState

DAYS = 90
WATCHED = (PlanState.FIRST_TALK, PlanState.AGREED, PlanState.RUNNING)


@dataclass(frozen=True)
class Silence:
    """How long nothing was heard; `begun`: since the accompaniment began, not since a contact."""

    days: int
    begun: bool


def silence(*, state: str, last_contact_on: date | None, begun_on: date, today: date) -> Silence | None:
    """How long it has been quiet, or None where that is no question (asked for, paused, ended) or less than 90 days."""
    if state not in WATCHED:
        return None
    days = (today - (last_contact_on or begun_on)).days
    return Silence(days, last_contact_on is None) if days >= DAYS else None
