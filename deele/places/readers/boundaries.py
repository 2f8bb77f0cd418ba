"""Boundaries of every level from the cleaned TopoJSON, else from the official shapefile."""

import json
from pathlib import Path
from typing import Any

from deele.places.readers import shapefile, topojson
from deele.places.readers.rows import ShapeRow
from deele.places.rules.sources import BKG

# File, layer → level and the property with the key. Later lines win: Lower Saxony is drawn in more detail.
LAYERS = [
    ("de_municipalities.topojson", "municipalities", "municipality", "ags"),
    ("de.topojson", "districts", "district", "kreis"),
    ("de.topojson", "states", "state", "land"),
    ("ni.topojson", "municipalities", "municipality", "ags"),
    ("ni.topojson", "samtgemeinden", "association", "assoc"),
    ("ni.topojson", "districts", "district", "kreis"),
    ("ni.topojson", "arl", "region", "region"),
]
LAND = ("4", "9")  # GF of VG250 and of VG5000: land with its structure, no water


def cleaned(folder: Path) -> dict[str, ShapeRow]:
    """Key → boundary from the files that are there. Raises BadFile."""
    found: dict[str, ShapeRow] = {}
    read: dict[str, dict[str, list[topojson.Feature]]] = {}
    for name, layer, level, key in LAYERS:
        path = folder / name
        if path.exists():
            read[name] = read.get(name) or topojson.read(path)
            for feature in read[name].get(layer, []):
                found[feature.properties[key]] = ShapeRow(level, feature.geometry, BKG.name)
    return found


def official(path: Path) -> dict[str, ShapeRow]:
    """Key → boundary of municipalities from the shapefile of BKG. Raises BadFile."""
    found: dict[str, ShapeRow] = {}
    for feature in shapefile.read(path):
        if feature.geometry and feature.properties.get("GF", LAND[0]) in LAND:
            found[feature.properties["AGS"]] = ShapeRow("municipality", feature.geometry, BKG.name)
    return found


def written(geometry: dict[str, Any]) -> str:
    """A geometry as compact text."""
    return json.dumps(geometry, separators=(",", ":"))
