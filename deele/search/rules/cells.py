"""Areas on the Z-curve: rows that lie side by side have numbers side by side."""

from dataclasses import dataclass
from typing import Protocol

from deele.core.geo import Box, distance_km

BITS = 20  # per axis, as core.geo.z_order
WORLD = 1 << BITS
STEPS = WORLD - 1


class Area(Protocol):
    """Part of the map."""

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside."""

    def misses(self, cell: Box) -> bool:
        """Whether no point of the cell lies inside; False when in doubt."""

    def swallows(self, cell: Box) -> bool:
        """Whether every point of the cell lies inside; False when in doubt."""


@dataclass(frozen=True, slots=True)
class BoxArea:
    """A bounding box."""

    box: Box

    def holds(self, lat: float, lon: float) -> bool:
        return self.box.south <= lat <= self.box.north and self.box.west <= lon <= self.box.east

    def misses(self, cell: Box) -> bool:
        box = self.box
        return cell.east < box.west or cell.west > box.east or cell.north < box.south or cell.south > box.north

    def swallows(self, cell: Box) -> bool:
        box = self.box
        return box.west <= cell.west and cell.east <= box.east and box.south <= cell.south and cell.north <= box.north


@dataclass(frozen=True, slots=True)
class CircleArea:
    """All within `radius_km` of a point."""

    lat: float
    lon: float
    radius_km: float

    def holds(self, lat: float, lon: float) -> bool:
        return distance_km(self.lat, self.lon, lat, lon) <= self.radius_km

    def misses(self, cell: Box) -> bool:
        lat = min(max(self.lat, cell.south), cell.north)
        lon = min(max(self.lon, cell.west), cell.east)
        # The nearest point of a cell by degrees is not quite the nearest on the globe: leave two per cent.
        return distance_km(self.lat, self.lon, lat, lon) > self.radius_km * 1.02

    def swallows(self, cell: Box) -> bool:
        corners = ((cell.south, cell.west), (cell.south, cell.east), (cell.north, cell.west), (cell.north, cell.east))
        return all(distance_km(self.lat, self.lon, lat, lon) <= self.radius_km * 0.999 for lat, lon in corners)


def column(lon: float) -> int:
    """The step of a longitude, 0 to STEPS."""
    return min(STEPS, max(0, int((lon + 180) / 360 * STEPS)))


def row(lat: float) -> int:
    """The step of a latitude, 0 to STEPS."""
    return min(STEPS, max(0, int((lat + 90) / 180 * STEPS)))


def _spread(step: int) -> int:
    step = (step | step << 16) & 0x0000FFFF0000FFFF
    step = (step | step << 8) & 0x00FF00FF00FF00FF
    step = (step | step << 4) & 0x0F0F0F0F0F0F0F0F
    step = (step | step << 2) & 0x3333333333333333
    return (step | step << 1) & 0x5555555555555555


def interleave(x: int, y: int) -> int:
    """The number of a cell on the Z-curve; the same as core.geo.z_order gives for its corner."""
    return _spread(x) | _spread(y) << 1


def cell_box(x: int, y: int, size: int) -> Box:
    """The degrees of the cell whose lower left step is (x, y) and whose side has `size` steps."""
    return Box(
        x / STEPS * 360 - 180, y / STEPS * 180 - 90, (x + size) / STEPS * 360 - 180, (y + size) / STEPS * 180 - 90
    )
