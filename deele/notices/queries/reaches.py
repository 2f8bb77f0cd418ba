"""Circles of places: the middle, how far it reaches, the box around it."""

from math import hypot

from deele.core.geo import KM_PER_DEGREE, box_around
from deele.places import queries as places
from deele.places.models import Place

LEAST_KM = 3.0  # half of a village
KM_PER_DEGREE_EAST = 67.0  # at 53 degrees north


def circle(place: Place, radius_km: int) -> dict[str, float]:
    """The fields of a Reach: the circle around the place itself, and `radius_km` more."""
    box = places.box_of(place)
    lat = place.lat if place.lat is not None else (box.south + box.north) / 2
    lon = place.lon if place.lon is not None else (box.west + box.east) / 2
    own = place.box
    half = hypot((own.north - own.south) * KM_PER_DEGREE, (own.east - own.west) * KM_PER_DEGREE_EAST) / 2 if own else 0
    reach = max(LEAST_KM, half) + radius_km
    around = box_around(lat, lon, reach)
    return {"lat": lat, "lon": lon, "reach_km": round(reach, 1), **around._asdict()}
