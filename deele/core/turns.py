"""Transactions that many want at the same moment, one after another."""

import fcntl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")
LONGEST = 5.0  # seconds; after that one asks the database itself, which has a time limit of its own
_threads = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait here in a line instead of at the database.

    SQLite lets one writer in; the others look again after ever longer pauses, so the machine idles while all wait, and
    who comes anew is often faster than who waits long. On PostgreSQL a thread that holds the row of an event loses the
    processor to those that wait for it. Here threads line up for their process and processes of this machine at a
    file; the system wakes the next one at once. It is courtesy alone: what must not happen twice is decided in the
    transaction. So whoever waited long, or can't write the file, goes on without, and nobody waits inside a
    transaction, which may hold the lock already.
    """
    if connection.in_atomic_block:
        yield
        return
    with ExitStack() as held:
        if _threads.acquire(timeout=LONGEST):
            held.callback(_threads.release)
            with suppress(OSError):  # a disk that takes nothing
                line = held.enter_context((Path(settings.DEELE_HOME) / "turn.lock").open("a"))
                fcntl.flock(line, fcntl.LOCK_EX)
        yield


def atomic(deed: Callable[P, R]) -> Callable[P, R]:
    """`transaction.atomic` for deeds of a rush: it begins when it is one's turn."""
    inside = transaction.atomic(deed)

    @wraps(deed)
    def in_turn(*args: P.args, **options: P.kwargs) -> R:
        with turn():
            return inside(*args, **options)

    return in_turn
