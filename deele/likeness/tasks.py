"""What likeness does by itself: all records compared, the store of subjects kept in step, the monthly radar."""

from datetime import datetime, timedelta

from deele.core import jobs
from deele.likeness import actions
from deele.likeness.actions import radar, renewing
from deele.likeness.models import Stored, StoredSubject

MOST_COMPARED = 1500  # in one run: about a minute


def propose_all(now: datetime) -> None:
    """Write the queue of every source anew: single changes keep it up, an import and forgotten records do not."""
    for source in Stored.objects.order_by("source").values_list("source", flat=True).distinct():
        if not jobs.stopping():
            actions.propose(source=source, now=now)


def renew_subjects(now: datetime) -> None:
    """Take in what no action told: imports, deletions, days that passed; and count the words anew."""
    renewing.renew(now=now)


def compare_subjects(now: datetime) -> None:
    """Compare what waits since."""
    renewing.compare_waiting(now=now, most=MOST_COMPARED)


def waits(now: datetime) -> bool:
    """Whether anything waits to be compared."""
    return StoredSubject.objects.filter(compared_at=None).exists()


def write_radar(now: datetime) -> None:
    """At most once a month: who looks after the alliance hears of overlaps nobody decided about."""
    radar.write(now=now)


jobs.periodic("likeness.propose", timedelta(days=1), propose_all)
jobs.periodic("likeness.overlaps-renew", timedelta(days=1), renew_subjects)
jobs.periodic("likeness.overlaps-compare", timedelta(minutes=10), compare_subjects, wanted=waits)
jobs.periodic("likeness.overlaps-radar", timedelta(days=1), write_radar)
