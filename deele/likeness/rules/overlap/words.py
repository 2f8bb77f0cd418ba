"""German words as stems, how rare they are, and how much two rows of them say the same."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

import snowballstemmer

from deele.core import text as core_text
from deele.likeness.rules.overlap.common import COMMON, STOP

MOST = 160  # stems of one text; what comes later rarely says what a thing is
VIRTUAL = 2000  # subjects of the field believed in beside the counted ones
SURE = 2.0  # standard deviations of what counts prove
MAX_WORD = 48
PART = 5  # letters a word needs to count as part of a compound: Demenz in Demenzwoche
PART_SAYS = 0.6  # what a part says of the whole

_WORD = re.compile(r"[^\W_]+")
_german = snowballstemmer.stemmer("german")


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """The stem of one word in lower case, without accents."""
    return core_text.fold(_german.stemWord(word[:MAX_WORD]))


def stems(text: str) -> tuple[str, ...]:
    """The stems of what says something, each once, in their order; numbers only from two digits on, no years."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    told = (stem(word) for word in words if word not in STOP and len(word) > 1 and not word.isdigit())
    return tuple(dict.fromkeys(one for one in told if one))[:MOST]


def written(text: str) -> dict[str, str]:
    """Each stem of the text with the word it first stands for there, as written."""
    found: dict[str, str] = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        found.setdefault(stem(word.lower()), word)
    return found


_SHARE = {stem(word): share for share, words in COMMON.items() for word in words.split()}


class Rarity:
    """What a word tells, in nats. Without counts it falls back on the common words of the field."""

    def __init__(self, counts: Mapping[str, int] | None = None, size: int = 0) -> None:
        self.counts = counts or {}
        self.size = size
        self._known: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        known = self._known.get(word)
        if known is None:
            held = self.count(word)
            believed = (_SHARE.get(word, 0.0) * VIRTUAL + max(1, held)) / (self.size + VIRTUAL)
            known = self._known[word] = -log(max(believed, proven(held, self.size)))
        return known

    def count(self, word: str) -> int:
        """How many things hold the word."""
        return self.counts.get(word, 0)

    def is_common(self, word: str) -> bool:
        """Whether so many things hold the word that it finds nothing."""
        return self(word) < COMMON_BELOW


def proven(held: int, size: int) -> float:
    """The share of things that hold a word, as far as the counts of this house alone prove it; 0 without counts.

    The lower end of Wilson's interval at two standard deviations (E. B. Wilson 1927): a word in every third name of a
    small house tells nothing there, whatever is believed of the field.
    """
    if not held or held > size:
        return 0.0
    share = held / size
    spread = SURE * sqrt(share * (1 - share) / size + SURE**2 / (4 * size**2))
    return (share + SURE**2 / (2 * size) - spread) / (1 + SURE**2 / size)


COMMON_BELOW = 3.4  # nats: one thing in thirty


def cosine(one: Iterable[str], other: Iterable[str], rarity: Rarity) -> float:
    """How much two texts say the same: rare words count most; 0 to 1."""
    left, right = set(one), set(other)
    common = sum(rarity(word) ** 2 for word in left & right)
    if not common:
        return 0.0
    return common / sqrt(sum(rarity(word) ** 2 for word in left) * sum(rarity(word) ** 2 for word in right))


def titles(one: tuple[str, ...], other: tuple[str, ...], rarity: Rarity) -> float:
    """How much two titles say the same, 0 to 1. Parts of compounds count in part: Demenzwoche and Woche der Demenz."""
    if not one or not other:
        return 0.0
    whole = sum(map(rarity, one)) + sum(map(rarity, other))
    met = sum(rarity(word) * met_by(word, other) for word in one)
    met += sum(rarity(word) * met_by(word, one) for word in other)
    return min(1.0, met / whole)


def met_by(word: str, others: tuple[str, ...]) -> float:
    """1 where the word stands there, less where it is a part of a compound or holds one as a part."""
    if word in others:
        return 1.0
    return PART_SAYS if any(is_part(word, other) or is_part(other, word) for other in others) else 0.0


def is_part(word: str, whole: str) -> bool:
    """Whether the word begins or ends the longer one."""
    return PART <= len(word) < len(whole) and (whole.startswith(word) or whole.endswith(word))


def shared(one: tuple[str, ...], other: tuple[str, ...], rarity: Rarity) -> tuple[str, ...]:
    """The common stems that tell something, the rarest first."""
    both = [word for word in one if word in set(other) and not rarity.is_common(word)]
    return tuple(sorted(both, key=lambda word: (-rarity(word), word)))
