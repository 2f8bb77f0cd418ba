"""The questions other apps ask."""

from collections.abc import Iterable

from deele.search.kinds import Clusters, Hit, Query, Result
from deele.search.queries import counting, mapping, narrowing, ordering, relaxing, rows, versions
from deele.search.queries.narrowing import Found


def search(query: Query) -> Result:
    """Answer a query: a page of hits, their number, the facets, and the nearest when there is no hit.

    Nothing a person can type raises: unknown sources, facets, places and words find nothing, text is cut at
    `kinds.MAX_TEXT` letters and `reading.MAX_WORDS` words.
    """
    found = narrowing.narrow(query)
    return _result(found, rows.hits(found, ordering.page(found))) if found else Result()


def search_all(queries: Iterable[Query]) -> list[Result]:
    """The same for several queries at once, all answered from one state of the index."""
    states = versions.states()
    found = [narrowing.narrow(query, states) for query in queries]
    pages = [(one, ordering.page(one)) for one in found if one]
    hits = iter(rows.hits_of(pages))
    return [_result(one, next(hits)) if one else Result() for one in found]


def _result(found: Found, hits: list[Hit]) -> Result:
    query, total = found.query, found.total
    nearest, relaxed = relaxing.nearest(found) if not total and query.nearest_wanted else ([], ())
    end = query.start + query.size
    return Result(
        total=total,
        hits=hits,
        facets=counting.facets(found) if query.facets_wanted else {},
        nearest=nearest,
        relaxed=relaxed,
        corrected=found.reading.corrected,
        next=str(end) if query.size and end < total else None,
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
