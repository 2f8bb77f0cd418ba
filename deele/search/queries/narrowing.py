"""From a query to the set of documents that fit."""

import math
from dataclasses import dataclass, field, replace
from math import inf

from deele.core.geo import Box
from deele.search.kinds import MAX_TEXT, Query
from deele.search.queries import texts, versions, vocabulary
from deele.search.queries.memory import Memory
from deele.search.queries.texts import Match
from deele.search.queries.versions import State
from deele.search.rules import cells, expressions, reading
from deele.search.rules.reading import Reading

GAP = 512  # slots between two ranges that are cheaper read than left out
MAX_RADIUS = 2000.0


@dataclass(slots=True)
class Found:
    """The set that fits, and what is needed to order, count and relax it."""

    query: Query
    memory: Memory
    reading: Reading
    found: int
    others: int  # fits everything but the facets' filters
    by_facet: dict[str, int] = field(default_factory=dict)
    match: Match | None = None  # the whole text match, when the order asks for scores
    at_most: float = inf  # so many can fit the text

    @property
    def total(self) -> int:
        """How many fit."""
        return self.found.bit_count()

    @property
    def by_distance(self) -> bool:
        """Whether the nearest come first."""
        if self.query.lat is None or self.query.lon is None:
            return False
        return self.query.sort in ("", "distance")


def tidy(query: Query) -> Query:
    """The query with what cannot be meant taken out: half a point, numbers that are none, far too long text."""
    numbers = (query.lat, query.lon)
    pointed = all(number is not None and math.isfinite(number) for number in numbers)
    radius = query.radius_km if pointed and query.radius_km is not None and query.radius_km >= 0 else None
    return replace(
        query,
        text=query.text[:MAX_TEXT],
        lat=max(-90.0, min(90.0, query.lat)) if pointed and query.lat is not None else None,
        lon=max(-180.0, min(180.0, query.lon)) if pointed and query.lon is not None else None,
        radius_km=min(radius, MAX_RADIUS) if radius is not None else None,
        box=Box(*query.box) if query.box and all(map(math.isfinite, query.box)) else None,
        facets={name: list(values) for name, values in query.facets.items() if values},
    )


def narrow(query: Query, states: dict[str, State] | None = None) -> Found | None:
    """Everything that fits; None when the source is unknown. `states` as just read from the database, if they were."""
    query = tidy(query)
    if states is None:
        states = versions.states()
    state = states.get(query.source)
    if state is None:
        return None
    memory = versions.memory_of(state)
    words = vocabulary.current(states) if query.text.strip() else None
    read = reading.read(query.text, words, typing=query.typing) if words else Reading(None)
    at_most = expressions.at_most(read.expression, words.documents) if words and read.expression else inf
    return fit(query, memory, read, at_most)


def fit(query: Query, memory: Memory, read: Reading, at_most: float = inf) -> Found:
    """Everything that fits a query whose text was understood."""
    areas = areas_of(query)
    others = memory.alive
    if query.place_key:
        others &= memory.in_place(query.place_key)
    if query.outside:
        others &= ~memory.in_place(query.outside)
    for area in areas:
        others &= memory.inside(area)
    result = Found(query, memory, read, 0, 0, at_most=at_most)
    if read.expression is not None and others:
        others &= _matching(result, areas)
    by_facet = {name: _any_value(memory, name, values) for name, values in query.facets.items()}
    result.found = result.others = others
    result.by_facet = by_facet
    for fitting in by_facet.values():
        result.found &= fitting
    return result


def areas_of(query: Query) -> list[cells.Area]:
    """The parts of the map a query is limited to."""
    areas: list[cells.Area] = []
    if query.box:
        areas.append(cells.BoxArea(query.box))
    if query.lat is not None and query.lon is not None and query.radius_km is not None:
        areas.append(cells.CircleArea(query.lat, query.lon, query.radius_km))
    return areas


def _any_value(memory: Memory, name: str, values: list[str]) -> int:
    fitting = 0
    for value in values:
        fitting |= memory.values.get((name, value), 0)
    return fitting


def _matching(result: Found, areas: list[cells.Area]) -> int:
    """The text's matches: all with their scores, or only those of the areas when scores are not asked for."""
    expression = result.reading.expression
    assert expression is not None  # noqa: S101  asked by fit
    if areas and result.query.sort != "relevance" and (result.by_distance or result.query.sort):
        return texts.match_within(result.memory, expression, _ranges(result.memory, areas[-1]))
    result.match = texts.match(result.memory, expression, result.at_most)
    return result.match.found


def _ranges(memory: Memory, area: cells.Area) -> list[tuple[int, int]]:
    """Few ranges of slots that together hold the area."""
    ranges: list[tuple[int, int]] = []
    for start, end, _inside in sorted(memory.cover(area)):
        if ranges and start - ranges[-1][1] <= GAP:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return ranges
