"""Questions of the open interface, answered by the apps below."""

import hashlib
from typing import Any

from django.utils import timezone

from deele.api.kinds import LICENCE, EntryOut
from deele.core.geo import Box
from deele.directory.enums import Block
from deele.directory.kinds.catalogue import kinds
from deele.directory.queries.documents import SOURCE
from deele.events.queries.documents import SOURCE as EVENTS
from deele.places import queries as places
from deele.places.models import Place
from deele.search import queries as search
from deele.search.kinds import Hit, Query
from deele.search.queries import versions

MAX_RADIUS_KM = 500.0
# The fields of an entry and what stands there when nothing is known; a test holds answer and declaration together.
FIELDS = [(name, None if field.is_required() else field.default) for name, field in EntryOut.model_fields.items()]


def facets(kind: list[str], block: list[str]) -> dict[str, list[str]] | None:
    """The filters asked for; None when a value is not known, which then finds nothing."""
    found = {"kind": [one for one in kind if one], "block": [one for one in block if one]}
    if set(found["kind"]) - set(kinds.keys()) or set(found["block"]) - set(Block.values):
        return None
    return {name: values for name, values in found.items() if values}


def entry_query(asked: Any) -> Query | None:
    """The parameters of a call as a question to the index; None when nothing can fit."""
    chosen = facets(asked.kind, asked.block)
    place = place_of(asked.place)
    if chosen is None or (asked.place and place is None):
        return None
    near = asked.lat is not None and asked.lon is not None
    return Query(
        source=SOURCE,
        text=asked.q,
        facets=chosen,
        place_key=place.key if place else "",
        lat=asked.lat if near else None,
        lon=asked.lon if near else None,
        radius_km=asked.radius_km if near else None,
        limit=asked.limit,
        cursor=asked.cursor,
        facets_wanted=False,
        nearest_wanted=False,
    )


def box_query(chosen: dict[str, list[str]] | None, box: Box) -> Query | None:
    """The question for the map; None when a filter is not known."""
    return None if chosen is None else Query(source=SOURCE, facets=chosen, box=box)


def place_of(text: str) -> Place | None:
    """A place by its key, or by a name that only one place has."""
    return (places.by_key(text) or places.exactly(text)) if text else None


def item(hit: Hit, root: str) -> dict[str, Any]:
    """A hit as the interface gives it out."""
    data = {name: hit.data.get(name, default) for name, default in FIELDS}
    data["distance_km"] = round(hit.distance_km, 2) if hit.distance_km is not None else None
    data["url"] = root + hit.data["url"]
    return data


def find_entries(query: Query, root: str) -> dict[str, Any]:
    """A page of entries."""
    result = search.search(query)
    return page(result.total, result.next, [item(hit, root) for hit in result.hits])


def page(total: int, following: str | None, items: list[dict[str, Any]]) -> dict[str, Any]:
    """A page of entries in its shape."""
    return {"total": total, "next": following, "licence": LICENCE, "items": items}


def version() -> str:
    """A word that changes with every change of the directory or of the events."""
    states = versions.states()
    known = [states[name] for name in (SOURCE, EVENTS) if name in states]
    return "-".join(f"{state.number}.{state.version}" for state in known) or "0"


def etag(address: str) -> str:
    """The mark of an answer: same data, address and day, same answer (what is over leaves the list of events)."""
    return '"' + hashlib.sha256(f"{version()}|{timezone.localdate()}|{address}".encode()).hexdigest()[:24] + '"'


def point(place: Place) -> tuple[float | None, float | None]:
    """Where a place is; a locality without a position of its own is shown at its municipality."""
    if place.lat is None and place.parent is not None:
        return place.parent.lat, place.parent.lon
    return place.lat, place.lon


def place_row(match: Any, root: str) -> dict[str, Any]:
    """A match of the finder as the interface gives it out."""
    place = match.place
    lat, lon = point(place)
    return {
        "key": place.key,
        "name": place.name,
        "level": place.level,
        "district": match.district,
        "region": match.region,
        "lat": lat,
        "lon": lon,
        "url": root + place.get_absolute_url(),
    }


def place_detail(place: Place, root: str) -> dict[str, Any]:
    """One place as the interface gives it out."""
    above = {one.level: one for one in places.ancestors(place)}
    lat, lon = point(place)
    names = {level: above[level].display_name if level in above else "" for level in ("district", "region")}
    return {
        "key": place.key,
        "name": place.name,
        "level": place.level,
        **names,
        "lat": lat,
        "lon": lon,
        "url": root + place.get_absolute_url(),
        "full_name": place.display_name,
        "designation": place.designation,
        "municipality": above["municipality"].name if "municipality" in above else "",
        "population": place.population,
        "population_on": place.population_on,
        "area_km2": place.area_km2,
        "postcodes": places.postcodes_of(place),
        "parents": place.ancestor_keys,
        "valid_until": place.valid_until,
        "successor": place.successor.key if place.successor else None,
        "source": place.source,
        "licence": place.licence,
    }
