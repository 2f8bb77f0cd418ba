"""The nightly comparison of everything with everything that shares a key."""

from datetime import datetime, timedelta

from deele.core import jobs
from deele.likeness import actions
from deele.likeness.models import Stored


def propose_all(now: datetime) -> None:
    """Write the queue of every source anew: single changes keep it up, an import and forgotten records do not."""
    for source in Stored.objects.order_by("source").values_list("source", flat=True).distinct():
        if not jobs.stopping():
            actions.propose(source=source, now=now)


jobs.periodic("likeness.propose", timedelta(days=1), propose_all)
