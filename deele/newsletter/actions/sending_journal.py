"""A batch's own notebook beside the database: which copy was begun, which answer came. It survives a kill.

The database is told once per batch, because one commit per copy would cost more than the copy. So when a worker dies,
the rows of its batch say only "under way". The notebook says which of them never began (they wait again), which
ended (their answer is written down) and which one is in doubt. It is believed only on the machine that wrote it and
only since the same start of that machine, because after a power cut its last lines may be missing; without it every
copy of the batch is in doubt.
"""

import json
import os
import secrets
import time
from datetime import datetime
from pathlib import Path
from types import TracebackType

from django.conf import settings

from deele.mail.actions.line import Answer, Outcome
from deele.newsletter.actions import sending_claims as claims
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue
from deele.newsletter.rules import pace

BOOT = Path("/proc/sys/kernel/random/boot_id")


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
        folder().mkdir(parents=True, exist_ok=True)
        self.path = folder() / f"{self.token}.jsonl"
        self.file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_EXCL, 0o600)
        self.open: set[int] = set()  # begun, and no answer yet
        self._note("boot", boot())

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, kind: type | None, value: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self.file)

    def began(self, pk: int) -> None:
        """From here on the copy may have left."""
        self.open.add(pk)
        self._note("began", pk)

    def ended(self, pk: int, answer: Answer) -> None:
        """What became of it."""
        self._note("ended", pk, answer.outcome.value, answer.text)
        self.open.discard(pk)

    def close(self) -> None:
        """The database knows everything; the notebook is not needed any more."""
        self.path.unlink(missing_ok=True)

    def _note(self, *values: object) -> None:
        os.write(self.file, json.dumps(values).encode() + b"\n")


def read(token: str) -> tuple[set[int], dict[int, Answer]] | None:
    """What a dead worker wrote: the copies it began, and the answers it had. None when it cannot be believed."""
    try:
        lines = (folder() / f"{token}.jsonl").read_bytes().splitlines(keepends=True)
    except OSError:
        return None
    begun: set[int] = set()
    ended: dict[int, Answer] = {}
    trusted = False
    for line in lines:
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


def settle_lost(now: datetime) -> int:
    """Settle the batches of workers that never came back; returns how many copies a person must decide upon."""
    sending = Issue.objects.filter(state=IssueState.SENDING)
    lost = Delivery.objects.lost(now).filter(issue__in=list(sending.values_list("pk", flat=True)))
    for token in set(lost.values_list("lease_token", flat=True)):
        rows = list(lost.filter(lease_token=token))
        if (found := read(token)) is None:
            continue
        begun, ended = found
        claims.confirm(token, {row.pk: ended[row.pk] for row in rows if row.pk in ended}, rows, now)
        claims.give_back(token, [row.pk for row in rows if row.pk not in begun], now)
    doubtful = claims.give_up_lost(now)
    sweep()
    return doubtful


def sweep() -> None:
    """Throw away the notebooks of batches that are settled."""
    if not folder().exists():
        return
    books = {path.stem: path for path in folder().glob("*.jsonl") if is_old(path)}
    alive = Delivery.objects.filter(lease_token__in=list(books)[:500], state=DeliveryState.UNDERWAY)
    open_tokens = set(alive.values_list("lease_token", flat=True))
    for token, path in list(books.items())[:500]:
        if token not in open_tokens:
            path.unlink(missing_ok=True)


def is_old(path: Path) -> bool:
    """Whether a notebook has lain untouched for a lease; a fresh one may stand before its claim."""
    try:
        return time.time() - path.stat().st_mtime > pace.LEASE.total_seconds()
    except OSError:
        return False
