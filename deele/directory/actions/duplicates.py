"""Decisions about look-alikes; they are kept, so that nobody is asked twice."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.directory.actions import merge as merging
from deele.directory.models import Entry
from deele.directory.queries.documents import SOURCE
from deele.likeness import actions as likeness

KEEP_LEFT, KEEP_RIGHT, DIFFERENT, LATER = "keep_left", "keep_right", "different", "later"
VERDICTS = (KEEP_LEFT, KEEP_RIGHT, DIFFERENT, LATER)


@transaction.atomic
def decide(*, left: Entry, right: Entry, verdict: str, by: Any, now: datetime) -> Entry | None:
    """Merge and return the kept entry, or note that they differ, or put the question off.

    Raises what `merge.merge` raises.
    """
    same = verdict in (KEEP_LEFT, KEEP_RIGHT)
    likeness.decide(
        source=SOURCE, left=str(left.pk), right=str(right.pk), verdict="same" if same else verdict, by=by, now=now
    )
    if not same:
        return None
    kept, gone = (left, right) if verdict == KEEP_LEFT else (right, left)
    return merging.merge(kept=kept, gone=gone, by=by, now=now).kept
