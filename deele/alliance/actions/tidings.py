"""Telling delegates what happened: a row each, at most once, gathered into a digest."""

from collections.abc import Iterable
from datetime import datetime

from deele.alliance.models import Delegate, Tiding


def tell(
    *,
    people: Iterable[Delegate],
    key: str,
    text: str,
    now: datetime,
    path: str = "",
    topic: str = "",
    urgent: bool = False,
) -> int:
    """Write one line for each of these delegates; who was told under this key before is not told again.

    Returns how many rows are new. Runs in the transaction of what happened.
    """
    rows = [
        Tiding(delegate=one, key=key, topic=topic, text=text[:300], path=path, urgent=urgent, made_at=now)
        for one in people
    ]
    known = set(
        Tiding.objects.filter(key=key, delegate__in=[row.delegate for row in rows]).values_list("delegate", flat=True)
    )
    Tiding.objects.bulk_create([row for row in rows if row.delegate_id not in known], ignore_conflicts=True)
    return len(rows) - len(known)
