"""A batch's own notebook beside the database: which copy was begun, which answer came. It survives a kill.

The database is told once per batch, because one commit per copy would cost more than the copy. So when a worker dies,
the rows of its batch say only "under way". The notebook says which of them never began (they wait again), which
ended (their answer is written down) and which one is in doubt. It is believed only on the machine that wrote it and
only since the same start of that machine, because after a power cut its last lines may be missing; without it every
copy of the batch is in doubt.

A living worker holds a lock on its notebook, which ends with the process; so the batch of a dead one is settled at
once. Room on the disk is taken before anything is claimed: on a full disk nothing leaves, rather than leaving
unnoted.
"""

import fcntl
import json
import os
import secrets
import time
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import TracebackType

from django.conf import settings

from deele.mail.actions.line import Answer, Outcome
from deele.newsletter.actions import sending_claims as claims
from deele.newsletter.models import Delivery
from deele.newsletter.rules import pace

BOOT = Path("/proc/sys/kernel/random/boot_id")
ROOM = 64 * 1024  # bytes of a notebook: more than the lines of a batch
AT_ONCE = 500  # notebooks looked at in one go


def folder() -> Path:
    """Where the notebooks lie."""
    return Path(settings.DEELE_HOME) / "newsletter"


def boot() -> str:
    """Which start of which machine this is; empty where nobody can say, and then no notebook is believed."""
    try:
        return BOOT.read_text().strip()
    except OSError:
        return ""


class Journal:
    """The notebook of one batch, named by its token. Lines go to the system at once, without waiting for the disk."""

    def __init__(self, token: str = "") -> None:
        self.token = token or secrets.token_hex(16)
        self.path = folder() / f"{self.token}.jsonl"
        self.open: set[int] = set()  # begun, and no answer yet
        self.at = 0
        self.file = self._made()

    def _made(self) -> int:
        """The file, locked and with room, before others see it under its name. Raises OSError when the disk is full."""
        new = self.path.with_suffix(".new")
        folder().mkdir(parents=True, exist_ok=True)
        file = os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file, 0, ROOM)
            self.at = os.pwrite(file, json.dumps(["boot", boot()]).encode() + b"\n", 0)
            new.rename(self.path)
        except OSError:
            new.unlink(missing_ok=True)
            os.close(file)
            raise
        return file

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, kind: type | None, value: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self.file)

    def began(self, pk: int) -> None:
        """From here on the copy may have left. Raises OSError, and then it may not."""
        self._note(b'["began",%d]\n' % pk)
        self.open.add(pk)

    def ended(self, pk: int, answer: Answer) -> None:
        """What became of it."""
        self.open.discard(pk)
        if answer.outcome is Outcome.TAKEN:  # nobody reads what is said to a taken one
            self._note(b'["ended",%d,"taken",""]\n' % pk)
        else:
            self._note(json.dumps(["ended", pk, answer.outcome.value, answer.text]).encode() + b"\n")

    def close(self) -> None:
        """The database knows everything; the notebook is not needed any more."""
        self.path.unlink(missing_ok=True)

    def _note(self, line: bytes) -> None:
        written = os.pwrite(self.file, line, self.at)
        if written < len(line):
            raise OSError(f"{self.path.name}: a line was cut off")
        self.at += written


def read(token: str) -> tuple[set[int], dict[int, Answer]] | None:
    """What a dead worker wrote: the copies it began, and the answers it had. None when it cannot be believed."""
    try:
        written = (folder() / f"{token}.jsonl").read_bytes().partition(b"\0")[0]
    except OSError:
        return None
    begun: set[int] = set()
    ended: dict[int, Answer] = {}
    trusted = False
    for line in written.splitlines(keepends=True):
        if not line.endswith(b"\n"):
            break  # cut off by the kill; what it was going to say had not happened yet
        what, *values = json.loads(line)
        if what == "boot":
            trusted = bool(values[0]) and values[0] == boot()
        elif what == "began":
            begun.add(values[0])
        else:
            ended[values[0]] = Answer(Outcome(values[1]), values[2])
    return (begun, ended) if trusted else None


def is_free(path: Path) -> bool:
    """Whether the worker that wrote a notebook is gone: its lock ended with it."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(file)
    return True


def settle_lost(now: datetime) -> int:
    """Settle the batches of workers that never came back; returns how many copies a person must decide upon.

    At once where their notebook can be believed, else when their claim has ended.
    """
    overdue = set(Delivery.objects.lost(now).filter(issue__in=claims.sending()).values_list("lease_token", flat=True))
    doubtful = 0
    for token in claims.tokens_under_way():
        if token in overdue or is_free(folder() / f"{token}.jsonl"):
            doubtful += settle(token, now)
    doubtful += claims.give_up_lost(now)
    sweep()
    return doubtful


def settle(token: str, now: datetime) -> int:
    """Write down what a notebook says of the copies still under way; returns how many are in doubt.

    Those are the ones that began and have no answer.
    """
    found = read(token)
    if found is None:
        return 0
    begun, ended = found
    doubt = dict.fromkeys(begun, Answer(Outcome.UNKNOWN, claims.lost_words()))
    rows = claims.under_way(token)
    known = {row.pk: (doubt | ended)[row.pk] for row in rows if row.pk in begun or row.pk in ended}
    claims.confirm(token, known, rows, now)
    claims.give_back(token, [row for row in rows if row.pk not in known], now)
    return sum(answer.outcome is Outcome.UNKNOWN for answer in known.values())


def sweep() -> None:
    """Throw away the notebooks of batches that are settled; only of dead workers, for a living one may yet claim."""
    if not folder().exists():
        return
    books = {path.stem: path for path in islice(folder().glob("*.jsonl"), AT_ONCE) if is_free(path)}
    open_tokens = claims.tokens_under_way() if books else set()
    for token, path in books.items():
        if token not in open_tokens:
            path.unlink(missing_ok=True)
    for path in islice(folder().glob("*.new"), AT_ONCE):
        if is_old(path):
            path.unlink(missing_ok=True)


def is_old(path: Path) -> bool:
    """Whether a file has lain untouched for a lease."""
    try:
        return time.time() - path.stat().st_mtime > pace.LEASE.total_seconds()
    except OSError:
        return False
