"""German compounds, split by the words the index knows: fahrradwerkstatt → fahrrad, werkstatt."""

from collections.abc import Container
from functools import lru_cache

from deele.search.rules import lines, stem

# What stands between the stems of the parts; "ungs" because the stem of Beratung is berat.
LINKS = ("", "s", "e", "n", "es", "en", "er", "ens", "ungs")
SHORTEST = 4
MAX_PARTS = 4


@lru_cache(maxsize=1)
def seeds() -> frozenset[str]:
    """The stems of parts.txt; they may be shorter than four letters (hof, bau)."""
    return frozenset(stem(word) for line in lines("parts.txt") for word in line.split() if len(word) > 2)


def is_part(token: str, known: Container[str]) -> bool:
    """Whether `token` may stand inside a compound."""
    return token in seeds() or (len(token) >= SHORTEST and token in known and token.isalpha())


def split(token: str, known: Container[str]) -> list[str]:
    """The parts of a compound stem, as few as possible; empty when it is none. `known` holds the index's stems."""
    if len(token) < 2 * SHORTEST - 1 or not token.isalpha():
        return []
    for count in range(2, MAX_PARTS + 1):
        if found := _split(token, known, count):
            return found
    return []


def _split(token: str, known: Container[str], count: int) -> list[str]:
    """Into exactly `count` parts, the last one as long as possible (the head of a German compound stands last)."""
    for at in range(3, len(token) - 2):
        head = _head(token[:at], known)
        if not head:
            continue
        rest = token[at:]
        if count == 2:
            if is_part(rest, known):
                return [head, rest]
        elif found := _split(rest, known, count - 1):
            return [head, *found]
    return []


def _head(piece: str, known: Container[str]) -> str:
    """The known stem that `piece` is, with or without a linking sound."""
    for link in LINKS:
        if piece.endswith(link) and len(bare := piece.removesuffix(link)) > 2 and is_part(bare, known):
            return bare
    return ""


def joins(left: str, right: str) -> list[str]:
    """The compounds two stems may form: wohn + projekt, beratung(s) + stell."""
    return [left + link + right for link in LINKS]
