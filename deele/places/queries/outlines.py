"""Boundaries as GeoJSON for maps, small enough for a phone."""

import json
from typing import Any

from deele.places.enums import Level
from deele.places.models import Edition, Place, Shape
from deele.places.queries import tree
from deele.places.readers import rings

WHOLE = "de"
# Degrees of the raster a background is drawn on. Neighbours share their corners, so they stay neighbours on it.
# The wider the map, the coarser: a hundredth of a degree is a pixel and a half on a map of Lower Saxony.
RASTER = {Level.STATE: 0.01, Level.REGION: 0.005}
FINE, COARSE = 0.001, 0.02
LARGEST = 1500  # areas in one answer


def stamp() -> str:
    """Changes whenever boundaries may have changed."""
    return Edition.objects.filter(pk=1).values_list("stamp", flat=True).first() or ""


def outline(key: str) -> dict[str, Any] | None:
    """The boundary of one place as a GeoJSON feature, None when unknown."""
    shape = Shape.objects.filter(place__key=key).select_related("place").first()
    return _feature(shape.place.key, shape.place.display_name, json.loads(shape.geojson)) if shape else None


def borders(level: str, parent_key: str) -> dict[str, Any] | None:
    """The places of a level inside a place ("de": all of Germany), simplified; None for an unknown level or place."""
    parent = tree.by_key(parent_key)
    if level not in Level.values or (parent is None and parent_key != WHOLE):
        return None
    shapes = Shape.objects.filter(level=level, place__valid_until=None)
    if parent is not None:
        shapes = shapes.filter(**tree.within(parent, "place__"))
    rows = shapes.order_by("place__key").values_list("place__key", "place__display_name", "geojson")[:LARGEST]
    raster = RASTER.get(Level(parent.level), FINE) if parent else COARSE
    features = []
    for key, name, geojson in rows:
        if geometry := rings.snapped(json.loads(geojson), raster):
            features.append(_feature(key, name, geometry))
    return {"type": "FeatureCollection", "features": features}


def _feature(key: str, name: str, geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": key, "properties": {"key": key, "name": name}, "geometry": geometry}


def background_of(place: Place) -> tuple[str, str] | None:
    """Level and parent of the borders that make a good map background for a place; None without boundaries."""
    if place.west is None and place.level != Level.LOCALITY:
        return None
    if place.level in (Level.STATE, Level.REGION):
        return Level.DISTRICT.value, place.key
    return Level.MUNICIPALITY.value, place.district_key or place.state_key
