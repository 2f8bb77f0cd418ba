"""The worker: periodic jobs, mail and one-off jobs in one process.

Two lanes run side by side, so that a long import never holds up a sign-in mail; the main thread says
that the process lives and listens for signals.
"""

import logging
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from deele.core import jobs, oneoff
from deele.core.models import JobWorker

logger = logging.getLogger("deele.jobs")

TICK, HEARTBEAT, LONGEST_WAIT = 1.0, 10.0, 30.0  # seconds
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Command(BaseCommand):
    """`manage.py work`; SIGTERM or Ctrl+C end it after the current piece."""

    help = "Runs due jobs, sends mail and works off the queue until told to stop."
    requires_system_checks: list[str] = []  # the web server's start checks; the worker need not load every page

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due now, then end (for cron and tests).")

    def handle(self, *, once: bool, **options: Any) -> None:
        jobs.discover()
        if once:
            do_once()
            return
        listen()
        self.stdout.write("The worker is at work. Ctrl+C ends it.")
        if not stay():
            raise CommandError("A lane of the worker broke down; its fault stands above. Start the worker again.")
        self.stdout.write("The worker has ended.")


def listen() -> None:
    """End after the current piece at the first signal, at once at the second."""

    def end(*_: Any) -> None:
        jobs.ask_to_stop()
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)

    for number in SIGNALS:
        signal.signal(number, end)


def do_once() -> None:
    """Everything due, one after the other, in this thread."""
    worker = jobs.sign_on(timezone.now())
    try:
        jobs.enrol(timezone.now())
        jobs.run_due(worker.pk, timezone.now)
        while one_from_queue(worker.pk):
            pass
    finally:
        jobs.sign_off(worker)


def stay() -> bool:
    """Run the lanes until asked to stop, saying meanwhile that this process lives; False if a lane broke down."""
    worker = Patience("worker").until(_begin)
    if worker is None:
        return True
    lanes = [
        threading.Thread(target=lane, args=("quick", lambda: jobs.run_due(worker.pk, timezone.now, quick=True))),
        threading.Thread(target=lane, args=("long", lambda: _long_work(worker.pk))),
    ]
    for thread in lanes:
        thread.start()
    whole = _watch(lanes, worker)
    jobs.ask_to_stop()
    for thread in lanes:
        thread.join()
    Patience("worker").try_(lambda: jobs.sign_off(worker))
    return whole


def _watch(lanes: list[threading.Thread], worker: JobWorker) -> bool:
    """Until asked to stop; False as soon as a lane is gone, because half a worker looks alive and is not."""
    patience = Patience("heartbeat")
    while not jobs.stopping():
        if not all(thread.is_alive() for thread in lanes):
            return False
        patience.try_(lambda: jobs.heartbeat(worker, timezone.now()))
        jobs.wait(HEARTBEAT)
    return True


def _begin() -> JobWorker:
    jobs.enrol(timezone.now())
    return jobs.sign_on(timezone.now())


def _long_work(worker: str) -> int:
    return jobs.run_due(worker, timezone.now, quick=False) + one_from_queue(worker)


def one_from_queue(worker: str) -> bool:
    """One one-off job, if any waits and the queue lies in our database."""
    if not oneoff.is_ours() or jobs.stopping():
        return False
    oneoff.free_lost(timezone.now())
    return oneoff.run_next(worker, timezone.now())


def lane(name: str, piece: Callable[[], int]) -> None:
    """Do piece after piece until asked to stop; rest when there was nothing to do."""
    patience = Patience(name)
    while not jobs.stopping():
        if not patience.try_(piece):
            jobs.wait(patience.pause)
    connection.close()


class Patience:
    """A database that is locked, away, full or read-only is waited for, and spoken of once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pause = TICK
        self.waiting = False

    def try_(self, piece: Callable[[], Any]) -> Any:
        """Do the piece. None when the database can't be used; the next pause is then longer."""
        try:
            close_old_connections()
            done = piece()
        except (DatabaseError, InterfaceError) as fault:
            self._fault(fault)
            return None
        if self.waiting:
            logger.info("The %s lane can use the database again.", self.name)
        self.waiting, self.pause = False, TICK
        return done

    def until(self, piece: Callable[[], Any]) -> Any:
        """Try until it works; None when asked to stop before."""
        while not jobs.stopping():
            if done := self.try_(piece):
                return done
            jobs.wait(self.pause)
        return None

    def _fault(self, fault: Exception) -> None:
        if not self.waiting:
            logger.warning("The %s lane waits for the database: %s", self.name, fault)
        self.waiting = True
        self.pause = min(self.pause * 2, LONGEST_WAIT)
        connection.close()
