"""How rare words are among all stored subjects, as last counted. A process keeps the counts until they are renewed."""

from functools import lru_cache

from deele.likeness.models import Frequency
from deele.likeness.queries.records import WHOLE
from deele.likeness.rules import hashing
from deele.likeness.rules.overlap import Rarity

SOURCE = "overlaps"
EDITION = "overlaps.edition"  # one row beside the counts: a number by chance, another one after every count
MOST_KEPT = 50_000  # words remembered beside the counts, some ten megabytes


class Counted(Rarity):
    """A rarity over counts kept by number; the number of a word is worked out when it is first asked for."""

    def __init__(self, held: dict[int, int]) -> None:
        super().__init__(size=held.get(WHOLE, 0))
        self._held = held

    def count(self, word: str) -> int:
        if len(self._known) > MOST_KEPT:  # pages of a year: begin anew rather than grow for ever
            self._known = {}
        return self._held.get(hashing.number(SOURCE, word), 0)


def rarity() -> Rarity:
    """How rare words are. One query of one row, where nothing was counted since."""
    edition = Frequency.objects.filter(source=EDITION, mark=WHOLE).values_list("count", flat=True).first()
    return read() if edition is None else kept(edition)


@lru_cache(maxsize=1)
def kept(edition: int) -> Rarity:
    """The counts of one edition. Its number is by chance, so one that was rolled back is never taken for another."""
    return read()


def read() -> Rarity:
    """The counts as they stand: some ten thousand short rows."""
    return Counted(dict(Frequency.objects.filter(source=SOURCE).values_list("mark", "count")))
