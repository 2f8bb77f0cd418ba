"""The field's synonyms, read from synonyms.txt."""

from functools import lru_cache

from deele.search.rules import lines, stems

Phrase = tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> dict[Phrase, list[Phrase]]:
    """For the stems of each term the stems of the terms that mean the same or are related."""
    found: dict[Phrase, list[Phrase]] = {}
    for line in lines("synonyms.txt"):
        if "≠" in line:
            continue
        terms = [tuple(stems(term)) for term in line.replace("~", "=").split("=")]
        for term in terms:
            others = found.setdefault(term, [])
            others.extend(other for other in terms if other != term and other not in others)
    return found


@lru_cache(maxsize=1)
def longest() -> int:
    """How many words the longest term has."""
    return max(len(term) for term in table())


@lru_cache(maxsize=1)
def apart() -> frozenset[str]:
    """Stems of words that sound like another but never mean it: they are not split and not corrected."""
    pairs = [line.split("≠") for line in lines("synonyms.txt") if "≠" in line]
    return frozenset(token for pair in pairs for term in pair for token in stems(term))
