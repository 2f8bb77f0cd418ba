"""Full-text matches, by SQLite's FTS5 or PostgreSQL's tsvector; the only reads that differ by database."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from heapq import nsmallest
from operator import itemgetter

from django.db import connection

from deele.search.queries import versions
from deele.search.queries.memory import Memory, bitmap
from deele.search.rules import expressions
from deele.search.rules.expressions import Expression

# Lower is better, as SQLite gives it. A word of the title weighs ten of the text, a part of a compound half of one.
FTS5 = "SELECT rowid AS id, bm25(search_text, 10.0, 1.0, 0.5) AS score FROM search_text WHERE search_text MATCH %s"
FTS5_ROWS = "SELECT rowid AS id FROM search_text WHERE search_text MATCH %s"
FTS5_RANGE = "rowid BETWEEN %s AND %s"
VECTOR = """SELECT id, -ts_rank('{0.05, 0.05, 0.1, 1.0}', vector, asked.query, 1) AS score
    FROM search_content, (SELECT %s::tsquery AS query) AS asked WHERE vector @@ asked.query"""
VECTOR_ROWS = "SELECT id FROM search_content WHERE vector @@ %s::tsquery"
VECTOR_RANGE = "id BETWEEN %s AND %s"
KEPT = 300  # matches remembered
FEW = 10_000  # so many are scored with the first question; of more, first the rows are asked for and then the best
REMEMBERED = 1500  # scores of so many are kept
WINDOW = 60

ORDER = itemgetter(1, 0)

Scored = list[tuple[int, float]]


@dataclass(slots=True)
class Match:
    """The documents whose text fits. Their scores are costly, so only as many as needed are asked for."""

    memory: Memory
    expression: Expression
    found: int
    best: Scored | None = None
    whole: Scored | None = None

    def top(self) -> Scored:
        """The WINDOW best by the database's score, as (slot, score); equal ones by their number."""
        if self.best is None:
            self.best = self._scored(f"ORDER BY score, id LIMIT {WINDOW}")
        return self.best

    def all(self) -> Scored:
        """Every match, best first."""
        if self.whole is None:
            self.whole = sorted(self._scored(""), key=ORDER)
        return self.whole

    def learn_at_once(self) -> None:
        """Which fit and which of them are the best, with one look at the index."""
        scored = self._scored("")
        self.found = bitmap([slot for slot, _score in scored], self.memory.size)
        if len(scored) <= REMEMBERED:
            self.whole = sorted(scored, key=ORDER)
            self.best = self.whole[:WINDOW]
        else:
            self.best = nsmallest(WINDOW, scored, key=ORDER)

    def _scored(self, order: str) -> Scored:
        select, part = (FTS5, FTS5_RANGE) if _is_sqlite() else (VECTOR, VECTOR_RANGE)
        base = self.memory.base
        with connection.cursor() as cursor:
            cursor.execute(f"{select} AND {part} {order}", [_asked(self.expression), *_whole(self.memory)])
            return [(number - base, score) for number, score in cursor.fetchall() if number - base < self.memory.size]


_matches: OrderedDict[tuple[object, ...], Match] = versions.also_forget(OrderedDict())
_lock = threading.Lock()


def match(memory: Memory, expression: Expression, at_most: float) -> Match:
    """All matches of a source; remembered as long as the source does not change. `at_most`: about how many."""
    key = (connection.settings_dict["NAME"], *memory.token, expression)
    if known := _matches.get(key):
        return known
    if at_most <= FEW:
        found = Match(memory, expression, 0)
        found.learn_at_once()
    else:
        found = Match(memory, expression, _slots(memory, expression, [(0, memory.size)]))
    with _lock:
        _matches[key] = found
        while len(_matches) > KEPT:
            _matches.popitem(last=False)
    return found


def match_within(memory: Memory, expression: Expression, ranges: list[tuple[int, int]]) -> int:
    """The set of matches within ranges of slots: what makes "near" cheap, because far rows are never looked at."""
    if known := _matches.get((connection.settings_dict["NAME"], *memory.token, expression)):
        return known.found
    return _slots(memory, expression, ranges)


def _slots(memory: Memory, expression: Expression, ranges: list[tuple[int, int]]) -> int:
    asked, base = _asked(expression), memory.base
    select, part = (FTS5_ROWS, FTS5_RANGE) if _is_sqlite() else (VECTOR_ROWS, VECTOR_RANGE)
    slots: list[int] = []
    with connection.cursor() as cursor:
        for start, end in ranges:
            cursor.execute(f"{select} AND {part}", [asked, base + start, base + end - 1])
            slots += [number - base for (number,) in cursor.fetchall()]
    return bitmap(slots, memory.size)


def _whole(memory: Memory) -> tuple[int, int]:
    return memory.base, memory.base + memory.size - 1


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _asked(expression: Expression) -> str:
    return expressions.fts5(expression) if _is_sqlite() else expressions.tsquery(expression)
