"""Telling the engine of overlaps what an example or an article is like: a draft counts too, somebody plans it."""

from datetime import datetime
from typing import Any

from deele.library.models import Article, Example
from deele.library.queries import knowledge_subjects as subjects
from deele.likeness.actions import overlaps


def told(row: Example | Article, now: datetime) -> None:
    """Bring the engine to the state of the row."""
    if subjects.counts(row):
        overlaps.tell(subject=subjects.subject(row), now=now)
    else:
        overlaps.forget(ref=subjects.ref(row))


def ask_first(row: Example | Article, *, by: Any, now: datetime) -> None:
    """For whoever publishes it; the look is counted. Raises likeness.actions.overlaps.Undecided.

    What had been taken off is told again first, outside of the move: who is refused can then decide about it.
    """
    overlaps.tell(subject=subjects.subject(row), now=now)
    overlaps.ask_first(ref=subjects.ref(row), by=by, now=now)
