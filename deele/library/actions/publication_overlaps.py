"""Telling the engine of overlaps what a publication is like: a draft counts too, it is what somebody plans."""

from datetime import datetime
from typing import Any

from deele.library.models import Publication
from deele.library.queries import publication_elsewhere as elsewhere
from deele.likeness.actions import overlaps


def told(publication: Publication, now: datetime) -> None:
    """Bring the engine to the state of a publication; what was withdrawn or replaced is forgotten."""
    ref = f"{elsewhere.REF}{publication.pk}"
    found = list(elsewhere.subjects([ref]))
    if found:
        overlaps.tell(subject=found[0], now=now)
    else:
        overlaps.forget(ref=ref)
    if publication.is_public and publication.replaces_id:
        overlaps.forget(ref=f"{elsewhere.REF}{publication.replaces_id}")


def ask_first(publication: Publication, *, by: Any, now: datetime) -> None:
    """For whoever publishes it; the look is counted. Raises likeness.actions.overlaps.Undecided.

    What had been withdrawn is told again first, outside of the move: who is refused can then decide about it.
    """
    overlaps.tell(subject=elsewhere.subject(publication), now=now)
    overlaps.ask_first(ref=f"{elsewhere.REF}{publication.pk}", by=by, now=now)
