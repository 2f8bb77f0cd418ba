"""Subjects as the apps tell them, and a kind that opens them to everybody."""

from datetime import UTC, date, datetime
from typing import Any

from deele.likeness.actions import overlaps
from deele.likeness.kinds import Subject

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
VERDEN = ("03361012", "03", "033", "03361")
ACHIM = ("03361001", "03", "033", "03361")
EMDEN = ("03402000", "03", "034", "03402")
STATE = ("03",)
DEMENTIA_DAY: dict[str, Any] = {
    "title": "Aktionstag Demenz in Verden",
    "text": "Vorträge, Beratung und Begegnung für Angehörige von Menschen mit Demenz im Rathaus.",
    "owner": "Pflegestützpunkt Muster",
    "themes": ("demenz", "pflege"),
    "groups": ("pflegende_angehoerige",),
    "place_keys": VERDEN,
    "begins": date(2027, 3, 12),
    "ends": date(2027, 3, 12),
}


def subject(ref: str = "events.event:1", **fields: Any) -> Subject:
    """A day on dementia in Verden unless said otherwise."""
    return Subject(ref, **{**DEMENTIA_DAY, **fields})


def told(ref: str = "events.event:1", **fields: Any) -> Subject:
    """The subject, told to the engine."""
    one = subject(ref, **fields)
    overlaps.tell(subject=one, now=NOW)
    return one
