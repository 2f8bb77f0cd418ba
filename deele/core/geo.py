"""Distances, boxes and the Z-order of positions. Degrees are WGS 84, distances kilometres."""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_RADIUS_KM = 6371.0
KM_PER_DEGREE = 111.2


class Box(NamedTuple):
    """A bounding box in degrees."""

    west: float
    south: float
    east: float
    north: float


GERMANY = Box(5.8, 47.2, 15.1, 55.1)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great circle distance by the haversine formula (Sinnott 1984)."""
    half_lat = sin(radians(other_lat - lat) / 2)
    half_lon = sin(radians(other_lon - lon) / 2)
    angle = half_lat**2 + cos(radians(lat)) * cos(radians(other_lat)) * half_lon**2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(angle))


def box_around(lat: float, lon: float, radius_km: float) -> Box:
    """The smallest box that holds the circle."""
    height = radius_km / KM_PER_DEGREE
    width = radius_km / (KM_PER_DEGREE * max(0.1, cos(radians(lat))))
    return Box(lon - width, lat - height, lon + width, lat + height)


def in_germany(lat: float, lon: float) -> bool:
    """Whether the point lies in the box around Germany; a cheap guard against swapped or wrong numbers."""
    return GERMANY.west <= lon <= GERMANY.east and GERMANY.south <= lat <= GERMANY.north


def _spread(value: int) -> int:
    value = (value | value << 16) & 0x0000FFFF0000FFFF
    value = (value | value << 8) & 0x00FF00FF00FF00FF
    value = (value | value << 4) & 0x0F0F0F0F0F0F0F0F
    value = (value | value << 2) & 0x3333333333333333
    return (value | value << 1) & 0x5555555555555555


def z_order(lat: float, lon: float) -> int:
    """Position on the Z-curve over the world, 20 bits an axis (about 40 m): near points, near numbers."""
    x = int((lon + 180) / 360 * 1_048_575)
    y = int((lat + 90) / 180 * 1_048_575)
    return _spread(x) | _spread(y) << 1
