"""Rings of positions: area, point inside, GeoJSON from loose rings, coarser corners. Positions are (lon, lat)."""

from collections.abc import Iterator, Sequence
from typing import Any

Ring = Sequence[Sequence[float]]


def area(ring: Ring) -> float:
    """Signed area in square degrees: positive when the ring runs against the clock."""
    total = 0.0
    for (x, y, *_), (x2, y2, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        total += x * y2 - x2 * y
    return total / 2


def holds(ring: Ring, lon: float, lat: float) -> bool:
    """Whether the point lies inside (even-odd rule)."""
    inside = False
    for (x, y, *_), (x2, y2, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y > lat) != (y2 > lat) and lon < (x2 - x) * (lat - y) / (y2 - y) + x:
            inside = not inside
    return inside


def polygon_of(rings: list[list[tuple[float, float]]]) -> dict[str, Any]:
    """A geometry from the rings of a shapefile record: outer rings run with the clock, holes against it."""
    outers = [[ring] for ring in rings if area(ring) <= 0]
    for hole in (ring for ring in rings if area(ring) > 0):
        around = next((outer for outer in outers if holds(outer[0], *hole[0])), None)
        if around is None:
            outers.append([hole])  # a ring turned the wrong way
        else:
            around.append(hole)
    if len(outers) == 1:
        return {"type": "Polygon", "coordinates": outers[0]}
    return {"type": "MultiPolygon", "coordinates": outers}


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a Polygon or MultiPolygon, each a list of rings, the outer first."""
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


def contains(geometry: dict[str, Any], lon: float, lat: float) -> bool:
    """Whether the point lies in the geometry and in none of its holes."""
    return any(
        holds(outer, lon, lat) and not any(holds(hole, lon, lat) for hole in holes)
        for outer, *holes in polygons(geometry)
    )


def positions(geometry: dict[str, Any]) -> Iterator[Sequence[float]]:
    """Every corner of the outer rings."""
    for outer, *_holes in polygons(geometry):
        yield from outer


def box(geometry: dict[str, Any]) -> tuple[float, float, float, float]:
    """west, south, east, north."""
    corners = list(positions(geometry))
    lons, lats = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(lons), min(lats), max(lons), max(lats)


def middle(geometry: dict[str, Any]) -> tuple[float, float]:
    """Centre of mass of the largest outer ring (lon, lat); may lie outside a bent one."""
    ring = max((outer for outer, *_holes in polygons(geometry)), key=lambda outer: abs(area(outer)))
    whole = area(ring)
    if not whole:
        return ring[0][0], ring[0][1]
    x_sum = y_sum = 0.0
    for (x, y, *_), (x2, y2, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x * y2 - x2 * y
        x_sum, y_sum = x_sum + (x + x2) * cross, y_sum + (y + y2) * cross
    return x_sum / (6 * whole), y_sum / (6 * whole)


def snapped(geometry: dict[str, Any], raster: float) -> dict[str, Any] | None:
    """The geometry with its corners on a raster of so many degrees; None when nothing of it is left.

    Neighbours share their corners, so unlike with a simplification of each on its own no gaps open between them.
    """
    places = max(0, len(f"{raster:.6f}".rstrip("0").partition(".")[2]))
    found = []
    for outer, *holes in polygons(geometry):
        drawn = [_snapped_ring(ring, raster, places) for ring in (outer, *holes)]
        if len(drawn[0]) >= 4:
            found.append([drawn[0], *(ring for ring in drawn[1:] if len(ring) >= 4)])
    if not found:
        return None
    if len(found) == 1:
        return {"type": "Polygon", "coordinates": found[0]}
    return {"type": "MultiPolygon", "coordinates": found}


def _snapped_ring(ring: Ring, raster: float, places: int) -> list[tuple[float, float]]:
    drawn: list[tuple[float, float]] = []
    for x, y, *_ in ring:
        corner = (round(round(x / raster) * raster, places), round(round(y / raster) * raster, places))
        if not drawn or drawn[-1] != corner:
            drawn.append(corner)
    return drawn
