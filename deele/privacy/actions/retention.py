"""Ending what has outlived its term, in small portions, with a dry run that only counts."""

from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction

from deele.audit.actions import record
from deele.privacy import enums, kinds
from deele.privacy.actions.rows import PORTION, end
from deele.privacy.kinds import Registration
from deele.privacy.models import RetentionRun
from deele.privacy.queries import rows


def run_retention(*, now: datetime, dry: bool = True, by: Any = None) -> RetentionRun:
    """Empty or remove every row whose term has passed; a dry run changes nothing and counts.

    Each portion is a transaction of its own, so a run that is cut short loses nothing and the next one goes
    on from there; the run without `finished_at` shows where. `by=None` is the house itself.
    """
    run = RetentionRun.objects.create(at=now, by=by, is_dry=dry)
    for registration in kinds.register_of:
        count = rows.due(registration, now).count() if dry else end_due(registration, now)
        if count:
            run.counts[registration.key] = count
            RetentionRun.objects.filter(pk=run.pk).update(counts=run.counts)
    return finish(run, now)


def end_due(registration: Registration, now: datetime) -> int:
    """End all due rows of one model; returns how many."""
    done, last = 0, None
    while True:
        waiting = rows.due(registration, now).order_by("pk")
        waiting = waiting if last is None else waiting.filter(pk__gt=last)  # never twice over one row
        with transaction.atomic():
            keys = list(waiting.values_list("pk", flat=True)[:PORTION])
            done += end(registration, keys)
        if len(keys) < PORTION:
            return done
        last = keys[-1]


@transaction.atomic
def finish(run: RetentionRun, now: datetime) -> RetentionRun:
    """Close the run; runs that changed something are written to the log."""
    run.finished_at = now
    run.save(update_fields=["finished_at", "updated_at"])
    if run.counts and not run.is_dry:
        record(enums.RETAINED, by=run.by, about=run, data={"rows": run.total}, now=now)
        transaction.on_commit(lambda: cache.delete(rows.LATE))
    return run
