"""An issue is sent in a house of its own while something breaks; what became of it is printed as JSON.

`python -m tests.faults.letters FAULT` with FAULT one of `FAULTS`; the house is DEELE_HOME.
"""

import contextlib
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import DatabaseError, connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.core import jobs  # noqa: E402
from deele.core.models import JobSchedule  # noqa: E402
from deele.mail.tests.factories import Server  # noqa: E402
from deele.newsletter.models import Delivery, Issue  # noqa: E402
from deele.newsletter.queries.progress import JOB, standstill  # noqa: E402
from deele.newsletter.tests import issue_factories as factories  # noqa: E402
from deele.privacy.actions import erasure  # noqa: E402

RECIPIENTS = 120
HOME = Path(settings.DEELE_HOME)
Story = dict[str, Any]


def worker_turn() -> str:
    """One turn of the job as the worker takes it; the name of what it could not bear."""
    JobSchedule.objects.filter(key=JOB).update(due_at=timezone.now(), running_by="")
    try:
        jobs.run_one(jobs.jobs.get(JOB), "worker", timezone.now)
    except DatabaseError as error:  # the worker waits a moment and tries again
        return str(error)
    return ""


def words() -> str:
    """What the desk says of the issue."""
    return standstill(Issue.objects.get())


def when_taken(server: Server, number: int, deed: Callable[[], None]) -> None:
    """Do something while the server holds back its answer to so manyth copy."""

    def wait() -> None:
        if len(server.received) == number:
            deed()

    server.before_answer = wait


@contextlib.contextmanager
def lock() -> Iterator[None]:
    """Another program holds the database for writing."""
    with contextlib.closing(sqlite3.connect(HOME / "deele.sqlite3", timeout=20, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def locked(server: Server) -> Story:
    """The database is locked for longer than the house waits, from the middle of a batch on."""
    holding = contextlib.ExitStack()
    when_taken(server, 20, lambda: holding.enter_context(lock()))
    first = worker_turn()
    at_fault = len(server.recipients)
    second = worker_turn_without_schedule()
    more = len(server.recipients) - at_fault
    holding.close()
    return {"errors": [first, second], "left_while_broken": more}


def worker_turn_without_schedule() -> str:
    """A turn of the sender alone: the worker cannot even claim its job while nothing can be written."""
    from deele.newsletter.actions import sending  # noqa: PLC0415  after setup

    try:
        sending.send_due(timezone.now)
    except (DatabaseError, OSError) as error:
        return str(error)
    return ""


def fill() -> None:
    """Take the last byte of the disk; room that the database holds for its next lines is given back before."""
    with contextlib.closing(sqlite3.connect(HOME / "deele.sqlite3", timeout=20)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(HOME / "ballast", "ab", buffering=0) as ballast:
        for size in (1024 * 1024, 4096, 1):
            with contextlib.suppress(OSError):
                while ballast.write(b"x" * size):
                    pass


def full(server: Server) -> Story:
    """The disk is full from the middle of a batch on."""
    when_taken(server, 20, fill)
    first = worker_turn()
    at_fault = len(server.recipients)
    second = worker_turn_without_schedule()
    more = len(server.recipients) - at_fault
    (HOME / "ballast").unlink()
    return {"errors": [first, second], "left_while_broken": more}


def gone(server: Server) -> Story:
    """Nobody answers where the mail server was, for several tries."""
    there = settings.DEELE_SMTP
    settings.DEELE_SMTP = {**there, "port": 1}
    errors = [worker_turn() for _try in range(3)]
    said = words()
    settings.DEELE_SMTP = there
    return {"errors": errors, "left_while_broken": len(server.recipients), "said": said}


def erased(server: Server) -> Story:
    """Somebody is erased after the batch was claimed and before it is sent."""
    from deele.newsletter.actions import sending_claims as claims  # noqa: PLC0415  after setup

    claim = claims.claim

    def then_erase(*arguments: Any) -> list[claims.Claimed]:
        claims.claim = claim
        rows = claim(*arguments)
        erasure.erase_person(email=rows[5].email, now=timezone.now(), by=factories.person())
        Path(HOME / "erased").write_text(rows[5].email)
        return rows

    claims.claim = then_erase
    worker_turn()
    who = Path(HOME / "erased").read_text()
    return {"errors": [], "left_while_broken": server.recipients.count(who), "who": who}


FAULTS = {"locked": locked, "full": full, "gone": gone, "erased": erased}


def main(fault: str) -> Story:
    """Break, mend, let the worker go on; nothing is told to it."""
    settings.DEELE_NEWSLETTER_PER_MINUTE = settings.DEELE_NEWSLETTER_PER_DOMAIN = 0
    connection.settings_dict["OPTIONS"] = {**connection.settings_dict["OPTIONS"], "timeout": 0.5}
    connection.close()
    factories.released(RECIPIENTS, now=timezone.now())
    jobs.discover()
    jobs.enrol(timezone.now())
    with Server() as server:
        settings.DEELE_SMTP = server.smtp
        story = FAULTS[fault](server)
        server.before_answer = None
        for _turn in range(3):
            worker_turn()
        taken = server.recipients
    states = sorted(Delivery.objects.values_list("state", flat=True))
    more = {"state": Issue.objects.get().state, "after": words(), "twice": len(taken) - len(set(taken))}
    return {**story, **more, "taken": len(set(taken)), "states": {state: states.count(state) for state in states}}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))  # noqa: T201  the answer
    sys.stdout.flush()
    os._exit(0)
