"""Did you mean: the known word nearest to one that nobody wrote."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4


def tolerance(word: str) -> int:
    """How many slips (a letter too many, too few, wrong, or two swapped) are forgiven."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < 8 else 2


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """The word of `known` (word, how often) that `word` was meant to be: fewest slips, then same first letter,
    then most frequent. None when nothing is near enough or when it has a digit (a number is not guessed)."""
    limit = tolerance(word)
    if not limit or not word.isalpha():
        return None
    counts = {other: count for other, count in known if abs(len(other) - len(word)) <= limit}
    near = process.extract(word, counts.keys(), scorer=OSA.distance, score_cutoff=limit, limit=20)
    if not near:
        return None
    return min(near, key=lambda found: (found[1], found[0][0] != word[0], -counts[found[0]], found[0]))[0]
