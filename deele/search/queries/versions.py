"""Keeps each process's memories at the version of the database.

Outside a transaction the memory is shared by all threads. Inside one it may be asked about rows that are not yet,
perhaps never, committed: such a memory is kept apart and never becomes the shared one.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple, TypeVar

from django.db import connection

from deele.search.models import SPAN_BITS, Row
from deele.search.queries.memory import Memory, RowValues

MAX_PRIVATE = 4
_lock = threading.Lock()
_shared: dict[tuple[str, str], Memory] = {}
_held: ContextVar[dict[str, "State"] | None] = ContextVar("held", default=None)
_private: dict[tuple[str, str, int, int], Memory] = {}


class State(NamedTuple):
    """The columns of `models.SourceState`."""

    key: str
    number: int
    version: int
    tail: int
    size: int

    @property
    def base(self) -> int:
        """The row number of slot 0."""
        return self.number << SPAN_BITS


@contextmanager
def held() -> Iterator[None]:
    """Within, `states` asks the database once: all parts of one page speak of one state, and only reads happen."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def states() -> dict[str, State]:
    """All sources as the database knows them now, or as this page first saw them (see `held`)."""
    kept = _held.get()
    if kept is None:
        return _asked()
    if not kept:
        kept.update(_asked())
    return kept


def _asked() -> dict[str, State]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT key, number, version, tail, size FROM search_sourcestate ORDER BY key")
        return {row[0]: State(*row) for row in cursor.fetchall()}


def memory_of(state: State) -> Memory:
    """The memory of a source at this version, read or brought up to date when needed."""
    place = (connection.settings_dict["NAME"], state.key)
    known = _shared.get(place)
    if known and known.token == (state.number, state.version):
        return known
    if connection.in_atomic_block:
        return _apart(place, state, known)
    with _lock:
        known = _shared.get(place)
        if not known or known.token != (state.number, state.version):
            _shared[place] = known = _brought_to(state, known)
        return known


def _apart(place: tuple[str, str], state: State, known: Memory | None) -> Memory:
    private = (*place, state.number, state.version)
    with _lock:
        if private not in _private:
            while len(_private) >= MAX_PRIVATE:
                _private.pop(next(iter(_private)))
            _private[private] = _brought_to(state, known)
        return _private[private]


def _brought_to(state: State, known: Memory | None) -> Memory:
    if not known or known.number != state.number or known.version > state.version:
        known = Memory(state.number, state.base, 0, state.tail)
    # A row may be newer than the state just read; it is simply read again with the next version.
    rows = _rows(state, known.version)
    size = max(state.size, rows[-1][0] - state.base + 1 if rows else 0)
    return known.updated(rows, version=state.version, tail=state.tail, size=size)


def _rows(state: State, since: int) -> list[RowValues]:
    columns = ", ".join(RowValues._fields)
    sql = f"SELECT {columns} FROM {Row._meta.db_table} WHERE source = %s AND id BETWEEN %s AND %s"  # noqa: S608
    values: list[str | int] = [state.key, state.base, state.base + (1 << SPAN_BITS) - 1]
    if since:
        sql += " AND changed > %s"
        values.append(since)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY id", values)
        return cursor.fetchall()


def forget_all() -> None:
    """Let go of everything kept; for measuring a first request."""
    with _lock:
        for kept in _kept:
            kept.clear()


_kept: list[dict[Any, Any]] = [_shared, _private]
Kept = TypeVar("Kept", bound=dict[Any, Any])


def also_forget(kept: Kept) -> Kept:
    """Register another dictionary that `forget_all` empties."""
    _kept.append(kept)
    return kept
