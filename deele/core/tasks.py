"""Housekeeping of the ground floor."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from deele.core import jobs
from deele.core.models import JobWorker

DONE_KEPT, FAILED_KEPT = timedelta(days=14), timedelta(days=90)


def tidy(now: datetime) -> None:
    """Remove finished jobs after their term, workers long gone, and sessions that have ended."""
    finished = DBTaskResult.objects.filter(finished_at__lt=now - DONE_KEPT, status=TaskResultStatus.SUCCESSFUL)
    failed = DBTaskResult.objects.filter(finished_at__lt=now - FAILED_KEPT, status=TaskResultStatus.FAILED)
    for rows in (finished, failed, JobWorker.objects.filter(seen_at__lt=now - timedelta(days=1))):
        rows.delete()
    call_command("clearsessions")


jobs.periodic("core.tidy", timedelta(days=1), tidy)
