"""How alike two names are, weighed by how rare their words are."""

from typing import NamedTuple

from rapidfuzz.distance import OSA

from deele.likeness.rules.corpus import Corpus
from deele.likeness.rules.names import ACRONYM, Name

ALIKE = 0.68  # share of letters two words must have in common to be one word with typing errors
SHORTEST_PREFIX = 4


class Alike(NamedTuple):
    """`share` of all that the two names say which both say, 0 to 1; `part` the same of the name that says less;
    `told` what the shared words tell, in nats; `acronym` whether one holds the other's initials."""

    share: float
    part: float
    told: float
    acronym: bool


def _near(word: str, other: str) -> float:
    """1 for the same word, 0 for another one, between for typing errors and cut words."""
    short, long = (word, other) if len(word) <= len(other) else (other, word)
    if len(short) >= ALIKE * len(long):  # else too different in length to be worth the counting
        found: float = OSA.normalized_similarity(word, other, score_cutoff=ALIKE)
        if found:
            return found
    return 0.75 if len(short) >= SHORTEST_PREFIX and long.startswith(short) else 0.0


def _matches(words: list[str], others: list[str], corpus: Corpus) -> float:
    """What words with typing errors have in common, each used once, the best pairs first."""
    pairs = [(near, word, other) for word in words for other in others if (near := _near(word, other))]
    pairs.sort(reverse=True)
    used: set[str] = set()
    told = 0.0
    for near, word, other in pairs:
        if word not in used and f"/{other}" not in used:
            used |= {word, f"/{other}"}
            told += near * min(corpus.rarity(word), corpus.rarity(other))
    return told


def _is_acronym(name: Name, other: Name) -> bool:
    return any(
        len(word) in ACRONYM and word not in other.words and "".join(sorted(word)) in other.initials
        for word in name.words
    )


def alike(name: Name, other: Name, corpus: Corpus) -> Alike:
    """Compare two names; who comes first makes no difference, to the last digit."""
    if other.words < name.words:
        name, other = other, name
    both = [word for word in name.words if word in other.words]
    told = sum(corpus.rarity(word) for word in both)
    left = [word for word in name.words if word not in both]
    right = [word for word in other.words if word not in both]
    says = told + sum(corpus.rarity(word) for word in left)
    other_says = told + sum(corpus.rarity(word) for word in right)
    if left and right:
        told += _matches(left, right, corpus)
        if name.joined == other.joined:  # Reparaturcafé and Reparatur-Café
            told = max(told, min(says, other_says))
    acronym = _is_acronym(name, other) or _is_acronym(other, name)
    least = min(says, other_says)
    return Alike(
        min(1.0, 2 * told / ((says + other_says) or 1)),
        min(1.0, told / (least or 1)),
        told,
        acronym,
    )
