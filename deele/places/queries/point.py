"""Which municipality a point lies in."""

import json

from deele.core import geo
from deele.places.enums import Level
from deele.places.models import Place, Shape
from deele.places.readers import rings

FARTHEST_KM = 30.0


def at_point(lat: float, lon: float) -> Place | None:
    """The municipality whose boundary holds the point, else the one whose middle is nearest within 30 km.

    The boundaries are generalised by some hundred metres: at a border the answer may be the neighbour.
    """
    towns = Place.objects.current().of(Level.MUNICIPALITY)
    framed = towns.filter(west__lte=lon, east__gte=lon, south__lte=lat, north__gte=lat)
    shapes = Shape.objects.filter(place__in=framed).select_related("place")
    for shape in shapes:
        if rings.contains(json.loads(shape.geojson), lon, lat):
            return shape.place
    box = geo.box_around(lat, lon, FARTHEST_KM)
    near = towns.inhabited().filter(lat__range=(box.south, box.north), lon__range=(box.west, box.east))
    found = [(geo.distance_km(lat, lon, place.lat or 0, place.lon or 0), place.pk, place) for place in near]
    away, _pk, place = min(found, default=(FARTHEST_KM + 1, 0, None))
    return place if away <= FARTHEST_KM else None
