"""TopoJSON (quantised) to GeoJSON geometries: borders shared by neighbours are stored once."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from deele.places.readers.rows import BadFile

Arc = list[tuple[float, float]]


class Feature(NamedTuple):
    """Properties and a GeoJSON geometry."""

    properties: dict[str, Any]
    geometry: dict[str, Any]


def read(path: Path) -> dict[str, list[Feature]]:
    """The layers of the file by name. Raises BadFile."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        arcs = [_arc(arc, content["transform"]) for arc in content["arcs"]]
        return {
            name: [
                Feature(shape["properties"], _geometry(shape, arcs))
                for shape in layer["geometries"]
                if shape.get("type")
            ]
            for name, layer in content["objects"].items()
        }
    except (KeyError, ValueError, TypeError, IndexError, OSError) as error:
        raise BadFile(f"{path.name}: cannot be read as TopoJSON ({error!r})") from error


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> Arc:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    positions = []
    for step in steps:
        x, y = x + step[0], y + step[1]
        positions.append((round(x * sx + tx, 5), round(y * sy + ty, 5)))
    return positions


def _geometry(shape: dict[str, Any], arcs: list[Arc]) -> dict[str, Any]:
    if shape["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": [_ring(ring, arcs) for ring in shape["arcs"]]}
    if shape["type"] == "MultiPolygon":
        return {
            "type": "MultiPolygon",
            "coordinates": [[_ring(ring, arcs) for ring in polygon] for polygon in shape["arcs"]],
        }
    raise ValueError(f"geometry {shape['type']}")


def _ring(numbers: list[int], arcs: list[Arc]) -> Arc:
    """Arcs one after the other; a negative number (~n) is arc n backwards; the joint is kept once."""
    ring: Arc = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring
