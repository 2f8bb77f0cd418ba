"""One-off jobs on django-tasks: long work a person asked for (an import, an export).

A job is a module-level function under `django_tasks.task`, queued with `.enqueue(...)` in the
transaction of what it belongs to. `attempts` says how often it may begin; a job killed in the middle
begins again, so it must be able to.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from deele.core import jobs
from deele.core.errors import Refusal

logger = logging.getLogger("deele.jobs")

ATTEMPTS = 3
ENDED = "The worker ended in the middle of this job, each time it was tried."


def attempts(number: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark how often a job may begin; stands below `@task()`. Without it: three times."""

    def decorate(run: Callable[..., Any]) -> Callable[..., Any]:
        run.attempts = number  # type: ignore[attr-defined]
        return run

    return decorate


def is_ours() -> bool:
    """Whether jobs lie in the database; with another backend its own worker runs them."""
    return isinstance(task_backends["default"], DatabaseBackend)


def run_next(worker: str, now: datetime) -> bool:
    """Claim and run the next waiting job. False when none waits."""
    row = _claim(worker, now)
    if row is None:
        return False
    _runner(worker).run_task(row)
    if row.status == TaskResultStatus.FAILED:
        logger.error("Job %s failed: %s", row.task_path, row.exception_class_path)
        _maybe_again(row, now)
    return True


def free_lost(now: datetime) -> int:
    """Give back the jobs of workers that ended in the middle; returns how many."""
    running = list(DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING))
    alive = jobs.living(now) if running else set()
    return sum(_give_back(row, now) for row in running if row.worker_ids and row.worker_ids[-1] not in alive)


def _claim(worker: str, now: datetime) -> DBTaskResult | None:
    for row in DBTaskResult.objects.ready()[:5]:
        mine = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.READY)
        workers = [*row.worker_ids, worker]
        if mine.update(status=TaskResultStatus.RUNNING, started_at=now, worker_ids=workers):
            row.refresh_from_db()
            return row
    return None


def _runner(worker: str) -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=worker,
        excluded_queue_names=[],
    )


def _allowed(row: DBTaskResult) -> int:
    try:
        return getattr(row.task.func, "attempts", ATTEMPTS)
    except (ImportError, SuspiciousOperation):
        return 0  # the function is gone or no task; trying again can't help


def _maybe_again(row: DBTaskResult, now: datetime) -> None:
    """Put a failed job back for later, unless it was refused for a reason or has no attempts left."""
    tried = len(row.worker_ids)
    if tried >= _allowed(row) or _was_refused(row.exception_class_path):
        return
    later = now + timedelta(seconds=30) * 4 ** (tried - 1)
    DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.FAILED).update(
        status=TaskResultStatus.READY, run_after=later, finished_at=None
    )


def _was_refused(path: str) -> bool:
    try:
        return issubclass(import_string(path), Refusal)
    except (ImportError, TypeError):
        return False


def _give_back(row: DBTaskResult, now: datetime) -> int:
    held = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.RUNNING, worker_ids=row.worker_ids)
    if len(row.worker_ids) < _allowed(row):
        return held.update(status=TaskResultStatus.READY, run_after=now)
    return held.update(status=TaskResultStatus.FAILED, finished_at=now, traceback=ENDED)
