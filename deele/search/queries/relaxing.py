"""What comes closest when nothing fits."""

from dataclasses import replace

from deele.search.kinds import Hit
from deele.search.queries import narrowing, ordering, rows
from deele.search.queries.narrowing import Found

OFFERED = 5


def nearest(found: Found) -> tuple[list[Hit], tuple[str, ...]]:
    """A few documents, and what of the query was let go for them: first the distance, then the part of the map,
    the place, the facets, and at last that every word must occur."""
    query, read = found.query, found.reading
    relaxed: list[str] = []
    for name, let_go in (
        ("radius", {"radius_km": None}),
        ("box", {"box": None}),
        ("place", {"place_key": ""}),
        ("facets", {"facets": {}}),
    ):
        if all(getattr(query, key) == value for key, value in let_go.items()):
            continue
        query = replace(query, **let_go)
        relaxed.append(name)
        if hits := _hits(narrowing.fit(query, found.memory, read)):
            return hits, tuple(relaxed)
    if read.any_word is not None:
        read = replace(read, expression=read.any_word)
        return _hits(narrowing.fit(query, found.memory, read)), (*relaxed, "words")
    return [], ()


def _hits(found: Found) -> list[Hit]:
    found.query = replace(found.query, limit=OFFERED, offset=0, cursor="")
    return rows.hits(found, ordering.page(found))
