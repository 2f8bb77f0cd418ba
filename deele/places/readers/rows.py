"""The plain rows every reader gives."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


class BadFile(ValueError):
    """A file is not what it should be. The text names the file and the reason."""


@dataclass(slots=True)
class RegisterRow:
    """One unit as the register has it. `key` is the official key; `code` the official Textkennzeichen."""

    level: str
    key: str
    name: str
    seat: str = ""
    code: str = ""
    association_key: str = ""
    population: int = 0
    area_ha: int = 0
    postcode: str = ""


class Register(NamedTuple):
    """A register of one date."""

    on: date
    rows: list[RegisterRow]
    source: str


@dataclass(slots=True)
class Unit:
    """A place as it should stand in the database; field names are those of the model."""

    key: str
    level: str
    name: str
    display_name: str
    kind: str = ""
    designation: str = ""
    parent: str = ""
    state_key: str = ""
    region_key: str = ""
    district_key: str = ""
    association_key: str = ""
    municipality_key: str = ""
    seat: str = ""
    population: int | None = None
    population_on: date | None = None
    area_km2: float | None = None
    town_type: str = ""
    lat: float | None = None
    lon: float | None = None
    west: float | None = None
    south: float | None = None
    east: float | None = None
    north: float | None = None
    is_uninhabited: bool = False
    source: str = ""
    as_of: date | None = None
    licence: str = ""


class NameRow(NamedTuple):
    """A name of a place; kinds of `enums.NameKind`."""

    key: str
    name: str
    kind: str
    source: str


class PostcodeRow(NamedTuple):
    """A postcode in a municipality, with a point of the code where known."""

    code: str
    key: str
    lat: float | None
    lon: float | None
    source: str


class ShapeRow(NamedTuple):
    """A boundary: a GeoJSON geometry with rings of (lon, lat)."""

    level: str
    geometry: dict[str, Any]
    source: str


class ValueRow(NamedTuple):
    """A figure."""

    indicator: str
    key: str
    year: int
    value: float


@dataclass
class Reference:
    """Everything a folder gave. `files` says which files it was, each with its digest."""

    origin: str
    on: date
    register_source: str
    units: dict[str, Unit]
    names: list[NameRow] = field(default_factory=list)
    postcodes: list[PostcodeRow] = field(default_factory=list)
    shapes: dict[str, ShapeRow] = field(default_factory=dict)
    values: list[ValueRow] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    is_complete: bool = True
