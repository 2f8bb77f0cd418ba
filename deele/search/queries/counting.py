"""Facet counts."""

from collections import defaultdict

from deele.search.queries.narrowing import Found


def facets(found: Found) -> dict[str, list[tuple[str, int]]]:
    """For each facet its values and how many documents have them, most frequent first.

    A facet's own filter is not applied to its counts, so that one sees what another choice would bring.
    """
    bases: dict[str, int] = {}
    counts: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (name, value), slots in found.memory.values.items():
        if name not in bases:
            bases[name] = _base(found, name)
        if bases[name] and (count := (slots & bases[name]).bit_count()):
            counts[name].append((value, count))
    return {name: sorted(values, key=lambda each: (-each[1], each[0])) for name, values in sorted(counts.items())}


def _base(found: Found, name: str) -> int:
    if name not in found.by_facet:
        return found.found
    base = found.others
    for other, fitting in found.by_facet.items():
        if other != name:
            base &= fitting
    return base
