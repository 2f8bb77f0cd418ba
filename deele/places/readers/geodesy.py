"""From German grids to WGS 84 degrees, in plain Python.

Inverse transverse Mercator by the series of Krüger (1912) in the third flattening, as in Karney (2011); the datum
shift is the seven-parameter transformation of EPSG:1777 (DHDN to ETRS89, good to about 3 m, far below the
generalisation of the overview maps). ETRS89 and WGS 84 are taken as one (they differ by less than a metre).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import asinh, atan, atan2, cos, cosh, degrees, radians, sin, sinh, sqrt

Position = tuple[float, float]


@dataclass(frozen=True)
class Ellipsoid:
    """Half axis in metres and flattening."""

    axis: float
    flattening: float

    @cached_property
    def third(self) -> float:
        """The third flattening n."""
        return self.flattening / (2 - self.flattening)

    @cached_property
    def eccentricity_squared(self) -> float:
        """e²."""
        return self.flattening * (2 - self.flattening)

    @cached_property
    def meridian_radius(self) -> float:
        """Radius of the rectifying circle."""
        n = self.third
        return self.axis / (1 + n) * (1 + n**2 / 4 + n**4 / 64)

    @cached_property
    def beta(self) -> tuple[float, float, float]:
        """Coefficients of the inverse series."""
        n = self.third
        return (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)


BESSEL = Ellipsoid(6377397.155, 1 / 299.1528128)
GRS80 = Ellipsoid(6378137.0, 1 / 298.257222101)


@dataclass(frozen=True)
class Grid:
    """A transverse Mercator grid."""

    ellipsoid: Ellipsoid
    meridian: float
    false_easting: float
    scale: float

    def degrees(self, east: float, north: float) -> Position:
        """(lon, lat) on the grid's own ellipsoid."""
        radius = self.scale * self.ellipsoid.meridian_radius
        xi, eta = north / radius, (east - self.false_easting) / radius
        xi_, eta_ = xi, eta
        for step, beta in enumerate(self.ellipsoid.beta, start=1):
            xi_ -= beta * sin(2 * step * xi) * cosh(2 * step * eta)
            eta_ -= beta * cos(2 * step * xi) * sinh(2 * step * eta)
        conformal = sin(xi_) / sqrt(sinh(eta_) ** 2 + cos(xi_) ** 2)
        return self.meridian + degrees(atan2(sinh(eta_), cos(xi_))), degrees(atan(self._geographic(conformal)))

    def _geographic(self, conformal: float) -> float:
        """Tangent of the latitude from the tangent of the conformal latitude (Karney 2011, Newton)."""
        e2 = self.ellipsoid.eccentricity_squared
        e = sqrt(e2)
        tau = conformal / (1 - e2)
        for _round in range(3):
            root = sqrt(1 + tau * tau)
            sigma = sinh(e * _artanh(e * tau / root))
            guess = tau * sqrt(1 + sigma * sigma) - sigma * root
            slope = (1 + (1 - e2) * tau * tau) / ((1 - e2) * sqrt(1 + guess * guess) * root)
            tau += (conformal - guess) * slope
        return tau


def _artanh(value: float) -> float:
    return asinh(value / sqrt(1 - value * value))


# EPSG:1777, position vector: metres, seconds of arc, parts per million.
SHIFT = (598.1, 73.7, 418.2)
TURN = tuple(radians(seconds / 3600) for seconds in (0.202, 0.045, -2.455))
STRETCH = 1 + 6.7e-6


def from_dhdn(lon: float, lat: float) -> Position:
    """Degrees on Bessel's ellipsoid (DHDN, Potsdam) to WGS 84."""
    x, y, z = _cartesian(BESSEL, lon, lat)
    rx, ry, rz = TURN
    return _geodetic(
        GRS80,
        SHIFT[0] + STRETCH * (x - rz * y + ry * z),
        SHIFT[1] + STRETCH * (rz * x + y - rx * z),
        SHIFT[2] + STRETCH * (-ry * x + rx * y + z),
    )


def _cartesian(ellipsoid: Ellipsoid, lon: float, lat: float) -> tuple[float, float, float]:
    phi, lam = radians(lat), radians(lon)
    across = ellipsoid.axis / sqrt(1 - ellipsoid.eccentricity_squared * sin(phi) ** 2)
    return (
        across * cos(phi) * cos(lam),
        across * cos(phi) * sin(lam),
        across * (1 - ellipsoid.eccentricity_squared) * sin(phi),
    )


def _geodetic(ellipsoid: Ellipsoid, x: float, y: float, z: float) -> Position:
    """Bowring's formula (1976), exact to the millimetre on the ground."""
    axis, e2 = ellipsoid.axis, ellipsoid.eccentricity_squared
    minor = axis * (1 - ellipsoid.flattening)
    flat = sqrt(x * x + y * y)
    theta = atan2(z * axis, flat * minor)
    second = e2 / (1 - e2)
    phi = atan2(z + second * minor * sin(theta) ** 3, flat - e2 * axis * cos(theta) ** 3)
    return degrees(atan2(y, x)), degrees(phi)


GK3 = Grid(BESSEL, 9.0, 3_500_000.0, 1.0)
UTM32 = Grid(GRS80, 9.0, 500_000.0, 0.9996)


def from_gk3(east: float, north: float) -> Position:
    """Gauss-Krüger zone 3 (EPSG:31467) to (lon, lat)."""
    return from_dhdn(*GK3.degrees(east, north))


def from_utm32(east: float, north: float) -> Position:
    """ETRS89 / UTM zone 32N (EPSG:25832) to (lon, lat)."""
    return UTM32.degrees(east, north)


def unchanged(east: float, north: float) -> Position:
    """Already degrees."""
    return east, north


def projection(prj: str) -> Callable[[float, float], Position]:
    """The way to degrees that a .prj text asks for. Raises ValueError for any other projection."""
    plain = prj.upper().replace(" ", "_")
    if "GAUSS" in plain and "3500000" in plain:
        return from_gk3
    if "ETRS" in plain and ("UTM_ZONE_32" in plain or ('CENTRAL_MERIDIAN",9' in plain and "0.9996" in plain)):
        return from_utm32
    if plain.startswith("GEOGCS"):
        return unchanged
    raise ValueError(f"unknown projection {prj[:60]!r}")
