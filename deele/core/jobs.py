"""Periodic work as due rows: visible in a table, safe with several workers, alive after a crash.

An app registers its jobs in `tasks.py`; `manage.py work` runs them. One-off jobs are in `core.oneoff`.
"""

import logging
import os
import socket
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import get_random_string
from django.utils.module_loading import autodiscover_modules

from deele.core.models import JobSchedule, JobWorker
from deele.core.registry import Registry

logger = logging.getLogger("deele.jobs")

SILENCE = timedelta(minutes=5)  # a worker not heard of for so long has lost what it ran
QUICK = timedelta(minutes=1)  # jobs due at least this often never wait behind long ones
LONGEST_PAUSE = timedelta(minutes=5)

Run = Callable[[datetime], None]
Wanted = Callable[[datetime], bool]


@dataclass(frozen=True)
class Periodic:
    """A registered job. `wanted` is asked before a claim, so that an idle house writes nothing."""

    key: str
    every: timedelta
    run: Run
    wanted: Wanted | None = None

    @property
    def is_quick(self) -> bool:
        """Whether the job belongs to the lane of short, frequent work."""
        return self.every <= QUICK


jobs: Registry[Periodic] = Registry()
_stop = threading.Event()


def periodic(key: str, every: timedelta, run: Run, *, wanted: Wanted | None = None) -> Periodic:
    """Register `run(now)` to be called every so often, by one worker at a time.

    Registered in an app's `tasks.py`. A run that raises is tried again later and later (`pause`). A
    job longer than seconds should ask `stopping()` between its pieces. `wanted(now)` may say cheaply
    that there is nothing to do.
    """
    job = Periodic(key, every, run, wanted)
    jobs.add(key, job)
    return job


def discover() -> list[Periodic]:
    """All registered jobs, after reading every app's `tasks.py`."""
    autodiscover_modules("tasks")
    return list(jobs)


def stopping() -> bool:
    """Whether the worker was asked to end: finish the current piece and return."""
    return _stop.is_set()


def ask_to_stop() -> None:
    """Let every lane end after its current piece."""
    _stop.set()


def wait(seconds: float) -> None:
    """Sleep, but wake at once when asked to stop."""
    _stop.wait(seconds)


# Who lives


def sign_on(now: datetime) -> JobWorker:
    """Enter this process into the list of workers.

    Who stands there with our machine and process number is a forerunner that is gone.
    """
    host, pid = socket.gethostname()[:120], os.getpid()
    JobWorker.objects.filter(host=host, pid=pid).delete()
    name = f"{host[:30]}:{pid}:{get_random_string(8)}"
    return JobWorker.objects.create(id=name, host=host, pid=pid, started_at=now, seen_at=now)


def sign_off(worker: JobWorker) -> None:
    """Leave the list; what was claimed and not closed is free at once."""
    JobWorker.objects.filter(pk=worker.pk).delete()


def heartbeat(worker: JobWorker, now: datetime) -> None:
    """Say that the worker lives; a row another worker thought dead and removed comes back."""
    if not JobWorker.objects.filter(pk=worker.pk).update(seen_at=now):
        worker.seen_at = now
        worker.save(force_insert=True)


def living(now: datetime) -> set[str]:
    """Names of the workers that are alive: heard of lately and, on this machine, a process that exists."""
    host = socket.gethostname()[:120]
    seen = JobWorker.objects.filter(seen_at__gt=now - SILENCE)
    return {row.pk for row in seen if row.host != host or _process_exists(row.pid)}


def _process_exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # it exists and belongs to somebody else
    return True


# Running what is due


def enrol(now: datetime) -> None:
    """Make the missing rows of the registered jobs; a new job is due at once."""
    JobSchedule.objects.bulk_create([JobSchedule(key=job.key, due_at=now) for job in discover()], ignore_conflicts=True)


def claim(key: str, worker: str, now: datetime) -> int | None:
    """Take the run of a due job and return its token; None when not due or somebody alive has it."""
    row = JobSchedule.objects.filter(key=key, due_at__lte=now).first()
    if row is None or (row.running_by and row.running_by in living(now) - {worker}):
        return None
    mine = JobSchedule.objects.filter(key=key, token=row.token, due_at__lte=now)
    taken = mine.update(token=row.token + 1, running_by=worker, running_since=now)
    return row.token + 1 if taken else None


def pause(every: timedelta, fails: int) -> timedelta:
    """How long to wait after so many failures in a row: doubling, up to five minutes or the job's own pace."""
    pace = max(every, timedelta(seconds=2))
    return min(pace * 2 ** min(fails - 1, 16), max(pace, LONGEST_PAUSE)) if fails else every


def close(job: Periodic, token: int, now: datetime, error: str = "") -> bool:
    """Write down how the run ended. False when the claim was lost meanwhile; then nothing is written."""
    held = JobSchedule.objects.filter(key=job.key, token=token)
    row = held.first()
    if row is None:
        return False
    ended = {"running_by": "", "running_since": None, "last_error": error}
    if error:
        fails = row.fails + 1
        return bool(held.update(fails=fails, due_at=now + pause(job.every, fails), **ended))
    return bool(held.update(fails=0, due_at=now + job.every, last_ok_at=now, **ended))


def run_due(worker: str, clock: Callable[[], datetime], *, quick: bool | None = None) -> int:
    """Run every due job once and return how many ran. `quick` picks one lane, None both.

    Raises DatabaseError when the database can't be used; the worker then waits.
    """
    ran = 0
    due = set(JobSchedule.objects.filter(due_at__lte=clock()).values_list("key", flat=True))
    for job in jobs:
        if job.key in due and quick in (None, job.is_quick) and not stopping():
            ran += run_one(job, worker, clock)
    return ran


def run_one(job: Periodic, worker: str, clock: Callable[[], datetime]) -> bool:
    """Claim, run and close one job. False when there was nothing to do or somebody else has it."""
    if job.wanted and not job.wanted(clock()):
        return False
    token = claim(job.key, worker, clock())
    if token is None:
        return False
    error = ""
    try:
        job.run(clock())
    except Exception:
        logger.exception("Job %s failed", job.key)
        error = traceback.format_exc(limit=-5)
    close(job, token, clock(), error)
    return True
