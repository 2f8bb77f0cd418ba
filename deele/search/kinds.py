"""What goes into the index and what comes out."""

from dataclasses import dataclass, field
from typing import Any

from deele.core.geo import Box

MAX_TEXT = 200
MAX_PAGE = 200


@dataclass(frozen=True, slots=True)
class Document:
    """One public record as the index keeps it.

    `rank` is a small boost between 0 and 1 (how fresh the facts are). `place_keys` names the place and every
    place above it. `data` is what a list row needs, `feature` the properties of its GeoJSON feature. A document
    without position is found by text and facets, never by distance and never on the map.
    """

    source: str
    ref: str
    title: str
    text: str = ""
    lat: float | None = None
    lon: float | None = None
    facets: dict[str, list[str]] = field(default_factory=dict)
    place_keys: list[str] = field(default_factory=list)
    rank: float = 0.0
    data: dict[str, Any] = field(default_factory=dict)
    feature: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks. Filters narrow: every facet must fit, within a facet any of its values.

    `sort` is "" (distance when a point is given, else relevance, else freshness), "relevance", "distance",
    "title" or "fresh". `typing` makes the last word a beginning. `cursor` is `Result.next` of the page before.
    `outside` leaves out a place and all below it. Who shows no filters and offers nothing instead of hits says so
    by `facets_wanted` and `nearest_wanted`, and is answered sooner.
    """

    source: str
    text: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    place_key: str = ""
    outside: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    box: Box | None = None
    sort: str = ""
    limit: int = 20
    offset: int = 0
    cursor: str = ""
    typing: bool = False
    facets_wanted: bool = True
    nearest_wanted: bool = True

    @property
    def start(self) -> int:
        """How many hits to pass over. A broken cursor begins at the beginning."""
        number = self.cursor if self.cursor.isascii() and self.cursor.isdigit() else str(self.offset)
        return min(int(number[:9]), 10_000_000) if number.isdigit() else 0

    @property
    def size(self) -> int:
        """Hits a page, kept within 0 and MAX_PAGE."""
        return max(0, min(self.limit, MAX_PAGE))


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found. `score` is for comparing within one answer; `distance_km` is None without a point."""

    ref: str
    score: float
    distance_km: float | None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer. `facets` counts each value with the other facets' filters applied, most frequent first.

    With `total` 0, `nearest` holds what comes closest and `relaxed` names what was let go for it ("radius", "box",
    "place", "facets", "words"). `corrected` is the text really searched for when a word had to be corrected.
    """

    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    nearest: list[Hit] = field(default_factory=list)
    relaxed: tuple[str, ...] = ()
    corrected: str | None = None
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Clusters:
    """What the map shows: GeoJSON features, points or clusters with `count` and `box`; `total` as in the list."""

    total: int
    features: list[dict[str, Any]]
