"""The questions other apps ask."""

from deele.search.kinds import Clusters, Query, Result
from deele.search.queries import counting, mapping, narrowing, ordering, relaxing, rows


def search(query: Query) -> Result:
    """Answer a query: a page of hits, their number, the facets, and the nearest when there is no hit.

    Nothing a person can type raises: unknown sources, facets, places and words find nothing, text is cut at
    `kinds.MAX_TEXT` letters and `reading.MAX_WORDS` words.
    """
    found = narrowing.narrow(query)
    if found is None:
        return Result()
    ordered = ordering.page(found)
    facets = counting.facets(found)
    nearest, relaxed = relaxing.nearest(found) if not found.total else ([], ())
    end = query.start + query.size
    return Result(
        total=found.total,
        hits=rows.hits(found, ordered),
        facets=facets,
        nearest=nearest,
        relaxed=relaxed,
        corrected=found.reading.corrected,
        next=str(end) if query.size and end < found.total else None,
    )


def cluster(query: Query, zoom: float) -> Clusters:
    """What a map of `query.box` shows at this zoom (web map counting, 512-pixel tiles): at most 300 features,
    single documents or clusters of near ones. `total` is what `search` says for the same query."""
    found = narrowing.narrow(query)
    return mapping.clusters(found, zoom) if found else Clusters(0, [])


def features(query: Query, limit: int = 500) -> str:
    """A finished GeoJSON FeatureCollection of what lies in `query.box`, from the stored texts.

    When more than `limit` lie there, every n-th is given, spread over the whole area; `numberMatched` tells.
    """
    found = narrowing.narrow(query)
    return mapping.feature_collection(found, limit) if found else mapping.EMPTY


def count_in(source: str, place_keys: list[str], facets: dict[str, list[str]] | None = None) -> dict[str, int]:
    """How many documents lie in each of these places, with the facets' filter applied."""
    found = narrowing.narrow(Query(source=source, facets=facets or {}))
    if found is None:
        return dict.fromkeys(place_keys, 0)
    return {key: (found.found & found.memory.in_place(key)).bit_count() for key in place_keys}
