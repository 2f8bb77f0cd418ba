"""Taking a list out of the house: noted, because from then on it lies somewhere else too."""

from datetime import datetime
from typing import Any

from deele.audit.actions import record
from deele.events import enums
from deele.events.models import Event


def note(*, event: Event, kind: str, people: int, by: Any, now: datetime) -> None:
    """Write down who took which list; never whose names stood on it."""
    record(enums.LISTED, by=by, about=event, data={"list": kind, "people": people}, now=now)
