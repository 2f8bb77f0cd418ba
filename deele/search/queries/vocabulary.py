"""The words of the index, kept in memory: for compounds, beginnings and "did you mean"."""

import threading
from bisect import bisect_left
from dataclasses import dataclass, field

from django.db import connection

from deele.search.models import VocabularyWord
from deele.search.queries import versions
from deele.search.queries.versions import State
from deele.search.rules import compounds

_lock = threading.Lock()
_shared: dict[str, "Vocabulary"] = versions.also_forget({})
_private: dict[tuple[object, ...], "Vocabulary"] = versions.also_forget({})


@dataclass(slots=True)
class Vocabulary:
    """Stem → (how many documents, a word as written). `token` says which state of the index it belongs to."""

    token: tuple[object, ...] = ()
    last: int = 0
    words: dict[str, tuple[int, str]] = field(default_factory=dict)
    in_order: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[tuple[str, str], list[str]] | None = None

    def __contains__(self, token: object) -> bool:
        return token in self.words

    def counts(self) -> list[tuple[str, int]]:
        """Every stem with its number of documents."""
        return [(token, count) for token, (count, _word) in self.words.items()]

    def documents(self, token: str) -> int:
        """How many documents hold the stem, as far as counted; a little too many or too few does no harm."""
        return self.words[token][0] if token in self.words else 0

    def as_written(self, token: str) -> str:
        """The stem as a word."""
        return self.words[token][1] if token in self.words else token

    def parts_of(self, token: str) -> list[str]:
        """The parts of a compound, split by these words."""
        if token not in self.parts:
            self.parts[token] = compounds.split(token, self.words)
        return self.parts[token]

    def joins_of(self, left: str, right: str) -> list[str]:
        """The compounds of two words that the index knows."""
        if len(left) < compounds.SHORTEST - 1 or len(right) < compounds.SHORTEST - 1:
            return []
        if self.pairs is not None:
            return self.pairs.get((left, right), [])
        return [token for token in compounds.joins(left, right) if token in self.words]

    def learn_pairs(self) -> None:
        """Work out once which two words make a compound; worth it before going through a whole index."""
        self.pairs = {}
        for token in self.words:
            if len(parts := self.parts_of(token)) == 2:
                self.pairs.setdefault((parts[0], parts[1]), []).append(token)

    def starts(self, beginning: str) -> bool:
        """Whether some stem begins like this."""
        if len(self.in_order) != len(self.words):
            self.in_order = sorted(self.words)
        at = bisect_left(self.in_order, beginning)
        return at < len(self.in_order) and self.in_order[at].startswith(beginning)

    def holding(self, piece: str, limit: int = 20) -> list[str]:
        """The most frequent stems that hold `piece` somewhere."""
        found = [(-count, token) for token, (count, _word) in self.words.items() if piece in token]
        return [token for _count, token in sorted(found)[:limit]]


def current(states: dict[str, State]) -> Vocabulary:
    """The vocabulary at these states. Words are only added between rebuilds, so it follows by their numbers."""
    token = tuple((state.key, state.number, state.version) for state in states.values())
    name = str(connection.settings_dict["NAME"])
    known = _shared.get(name)
    if known and known.token == token:
        return known
    if connection.in_atomic_block:
        return _apart((name, *token), token)
    with _lock:
        _shared[name] = _brought_to(token, _shared.get(name))
        return _shared[name]


def for_writing(states: dict[str, State]) -> Vocabulary:
    """Words good enough for splitting compounds: of this numbering, perhaps without the last additions."""
    name = str(connection.settings_dict["NAME"])
    numbering = tuple((state.key, state.number) for state in states.values())
    known = _shared.get(name)
    if known and tuple(state[:2] for state in known.token) == numbering:  # type: ignore[index]
        return known
    return _apart((name, "writing", *numbering), ())


def _apart(place: tuple[object, ...], token: tuple[object, ...]) -> Vocabulary:
    with _lock:
        if place not in _private:
            while len(_private) >= versions.MAX_PRIVATE:
                _private.pop(next(iter(_private)))
            _private[place] = _brought_to(token, None)
        return _private[place]


def _brought_to(token: tuple[object, ...], known: Vocabulary | None) -> Vocabulary:
    numbering = [state[:2] for state in token]  # type: ignore[index]
    same = known and [state[:2] for state in known.token] == numbering  # type: ignore[index]
    words = dict(known.words) if known and same else {}
    last = known.last if known and same else 0
    with connection.cursor() as cursor:
        table = VocabularyWord._meta.db_table
        cursor.execute(f"SELECT id, stem, documents, word FROM {table} WHERE id > %s ORDER BY id", [last])  # noqa: S608
        for number, stem, count, word in cursor.fetchall():
            words[stem] = (count, word)
            last = number
    return Vocabulary(token, last, words)
