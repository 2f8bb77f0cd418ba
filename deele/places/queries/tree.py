"""Up, down and around in the tree of places."""

from heapq import nsmallest
from math import cos, radians
from typing import Any

from django.db.models import QuerySet

from deele.core import geo
from deele.core.geo import Box
from deele.office import queries as office
from deele.places.enums import Level
from deele.places.models import Place, PlaceName, Postcode

KEY_COLUMN = {
    Level.STATE: "state_key",
    Level.REGION: "region_key",
    Level.DISTRICT: "district_key",
    Level.ASSOCIATION: "association_key",
    Level.MUNICIPALITY: "municipality_key",
    Level.LOCALITY: "key",
}
WITHOUT_BOX_KM = 8.0  # what a place without a boundary shows around its point


def by_key(key: str) -> Place | None:
    """The place of this key, ended ones too; None when there is none."""
    return next(iter(Place.objects.filter(key=key).order_by()), None) if key else None


def ancestors(place: Place) -> list[Place]:
    """The places above this one, the widest first. One query."""
    keys = place.ancestor_keys
    found = {above.key: above for above in Place.objects.filter(key__in=keys).order_by()}
    return [found[key] for key in keys if key in found]


def within(place: Place, prefix: str = "") -> dict[str, str]:
    """A filter for everything in a place: within(verden, "place__") → {"place__district_key": "03361"}."""
    return {f"{prefix}{KEY_COLUMN[Level(place.level)]}": place.key}


def children(place: Place) -> QuerySet[Place]:
    """The current inhabited places directly below, A to Z."""
    return place.children.filter(valid_until=None, is_uninhabited=False)


def neighbours(place: Place, km: float = 25.0, limit: int = 12) -> list[tuple[Place, float]]:
    """Places of the same level around this one with their distance in km, the nearest first.

    One query of bare rows; the places carry what a link needs (key, level, names, point) and nothing else.
    """
    if place.lat is None or place.lon is None:
        return []
    box = geo.box_around(place.lat, place.lon, km)
    near = Place.objects.current().inhabited().of(place.level).exclude(pk=place.pk).order_by()
    near = near.filter(lat__range=(box.south, box.north), lon__range=(box.west, box.east))
    # Hundreds lie in the box and few are wanted: bare rows to choose among, places made only of those. On so short
    # a way the earth is flat enough to choose twice as many, of which the exact distance then takes the nearest.
    narrower = cos(radians(place.lat)) ** 2
    rows: Any = near.values_list("lat", "lon", "sort_name", "pk", "key", "level", "name", "display_name")
    lat, lon = place.lat, place.lon
    flat = [((row[0] - lat) ** 2 + (row[1] - lon) ** 2 * narrower, row) for row in rows]
    chosen = [row for _flat, row in nsmallest(limit * 2, flat)]
    found = [(geo.distance_km(lat, lon, row[0], row[1]), row[2], row) for row in chosen]
    nearest = sorted(one for one in found if one[0] <= km)[:limit]
    return [(_as_link(row), away) for away, _name, row in nearest]


def _as_link(row: tuple[Any, ...]) -> Place:
    lat, lon, sort_name, pk, key, level, name, display_name = row
    return Place(
        pk=pk, key=key, level=level, name=name, display_name=display_name, sort_name=sort_name, lat=lat, lon=lon
    )


def postcodes_of(place: Place) -> list[str]:
    """The postcodes of a municipality, or of the municipality a locality lies in; of wider places all in them."""
    column = "municipality_key" if place.level == Level.LOCALITY else KEY_COLUMN[Level(place.level)]
    key = place.municipality_key if place.level == Level.LOCALITY else place.key
    codes = Postcode.objects.filter(**{f"place__{column}": key}).order_by("code")
    return list(codes.values_list("code", flat=True).distinct())


def former_names(place: Place) -> list[str]:
    """What the place was called."""
    return list(PlaceName.objects.filter(place=place, kind="old").values_list("name", flat=True))


def box_of(place: Place, radius_km: float | None = None) -> Box:
    """What a map of the place shows: its boundary, at least the circle of `radius_km` around its point."""
    box = place.box
    if place.lat is not None and place.lon is not None and (radius_km or box is None):
        around = geo.box_around(place.lat, place.lon, radius_km or WITHOUT_BOX_KM)
        box = around if box is None else _both(box, around)
    return box or box_of_all()


def box_of_all() -> Box:
    """What a map of everything shows: the state of the office when its edges are known, else Germany."""
    state = Place.objects.filter(level=Level.STATE, key=_home_key()).first()
    return (state.box if state else None) or geo.GERMANY


def _both(box: Box, other: Box) -> Box:
    return Box(
        min(box.west, other.west), min(box.south, other.south), max(box.east, other.east), max(box.north, other.north)
    )


def _home_key() -> str:
    the_office = office.the_office()
    return the_office.state_key if the_office else "03"
