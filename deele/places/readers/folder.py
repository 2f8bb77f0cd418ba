"""A folder of reference data, read as one: the register, then everything that can be joined to it."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from deele.places.readers import boundaries, genesis, gv100ad, localities, rings, tables
from deele.places.readers import register as tree
from deele.places.readers.rows import BadFile, NameRow, PostcodeRow, Reference, Register, Unit, ValueRow
from deele.places.rules import figures
from deele.places.rules.sources import GEONAMES, OSM, OWN, REGISTER

CLEANED_ON = date(2026, 2, 28)  # of admin/municipalities_de.csv, as its README says
Tell = Callable[[str], None]


def read(folder: Path, tell: Tell = lambda step: None) -> Reference:
    """Read everything the folder has. `tell` hears of each step. Raises BadFile."""
    tell("register")
    register = _register(folder)
    reference = Reference("reference", register.on, register.source, tree.units(register))
    _points(folder, reference.units)
    _localities(folder, reference, tell)
    _postcodes(folder, reference, register, tell)
    _boundaries(folder, reference, tell)
    _values(folder, reference, tell)
    _missing_points(reference)
    reference.files = _digests(folder)
    return reference


def _register(folder: Path) -> Register:
    """The youngest official register, else the cleaned tables."""
    found = [path for path in (*folder.glob("official/GV100AD*"), *folder.glob("GV100AD*")) if path.is_file()]
    if found:
        return max((gv100ad.read(path) for path in found), key=lambda register: register.on)
    if (folder / "admin" / "municipalities_de.csv").exists():
        return tables.register(folder / "admin", CLEANED_ON)
    raise BadFile(f"{folder}: neither official/GV100AD_… nor admin/municipalities_de.csv")


def _points(folder: Path, units: dict[str, Unit]) -> None:
    files = (("municipalities_de", "ags"), ("associations_de", "assoc"), ("districts_de", "kreis"))
    for name, key in files:
        path = folder / "admin" / f"{name}.csv"
        for place, (lat, lon) in (tables.points(path, key) if path.exists() else {}).items():
            if place in units:
                units[place].lat, units[place].lon = lat, lon


def _localities(folder: Path, reference: Reference, tell: Tell) -> None:
    tell("localities")
    for unit in list(reference.units.values()):
        reference.names += localities.names_of(unit)
    path = folder / "places" / "places_de.csv"
    if path.exists():
        found, names = localities.geonames(path, reference.units)
        reference.names += names
        for unit in found:
            reference.units[unit.key] = unit
            reference.names.append(NameRow(unit.key, unit.name, "official", GEONAMES.name))
    for row in tables.rows(Path(__file__).parent.parent / "starter" / "old_names.csv", ["name", "key"]):
        if row["key"] in reference.units:
            reference.names.append(NameRow(row["key"], row["name"], "old", OWN.name))


def _postcodes(folder: Path, reference: Reference, register: Register, tell: Tell) -> None:
    tell("postcodes")
    units = reference.units
    if (folder / "postcodes").is_dir():
        found = tables.postcodes(folder / "postcodes", OSM.name)
        reference.postcodes = [row for row in found if row.key in units]
    known = {row.key for row in reference.postcodes}
    for row in register.rows:  # the administration's own code, where nothing better is known
        if row.postcode and row.population and row.key in units and row.key not in known:
            reference.postcodes.append(PostcodeRow(row.postcode, row.key, None, None, REGISTER.name))


def _boundaries(folder: Path, reference: Reference, tell: Tell) -> None:
    tell("boundaries")
    shapes = boundaries.cleaned(folder / "boundaries")
    originals = sorted(folder.glob("official/vg*gem*.zip"))
    if not shapes and originals:
        shapes = boundaries.official(originals[-1])
    reference.shapes = {key: shape for key, shape in shapes.items() if key in reference.units}
    _boxes(reference)


def _boxes(reference: Reference) -> None:
    """The box of every unit: around its boundary, and around the municipalities in it."""
    units = reference.units
    for key, shape in reference.shapes.items():
        if shape.level == "municipality":
            unit, around = units[key], rings.box(shape.geometry)
            for holder in {unit.key, unit.state_key, unit.region_key, unit.district_key, unit.association_key} - {""}:
                _widen(units[holder], around)


def _widen(unit: Unit, around: tuple[float, float, float, float]) -> None:
    west, south, east, north = around
    unit.west = west if unit.west is None else min(unit.west, west)
    unit.south = south if unit.south is None else min(unit.south, south)
    unit.east = east if unit.east is None else max(unit.east, east)
    unit.north = north if unit.north is None else max(unit.north, north)


def _values(folder: Path, reference: Reference, tell: Tell) -> None:
    tell("figures")
    units = reference.units
    reference.values = [row for row in _all_values(folder / "statistics") if row.key in units]
    for path in sorted(folder.glob("official/22411-*.csv")):
        known = {(row.indicator, row.key, row.year) for row in reference.values}
        for line in genesis.read(path).lines:
            for title, value in line.values.items():
                row = ValueRow(figures.CARE_COLUMNS.get(title, ""), line.key, line.on.year, value)
                if row.indicator and row.key in units and row[:3] not in known:
                    reference.values.append(row)


def _all_values(folder: Path) -> Iterator[ValueRow]:
    sources: list[tuple[str, Callable[[Path], Iterator[ValueRow]]]] = [
        ("zensus2022_municipalities_de.csv", tables.census),
        ("inkar_districts_de.csv", lambda path: tables.by_place_and_year(path, "kreis", figures.INKAR_COLUMNS)),
        ("age_districts_de_2018-12-31.csv", lambda path: tables.by_place(path, "kreis", figures.AGE_COLUMNS, 2018)),
        (
            "care_facilities_states_2017.csv",
            lambda path: tables.by_place(path, "land", figures.CARE_COLUMNS.values(), 2017),
        ),
        ("care_niedersachsen_state.csv", _care_of_lower_saxony),
    ]
    for name, read_values in sources:
        if (folder / name).exists():
            yield from read_values(folder / name)


def _care_of_lower_saxony(path: Path) -> Iterator[ValueRow]:
    for row in tables.rows(path, ["year", "indicator", "value"]):
        yield ValueRow(row["indicator"], "03", int(row["year"]), float(row["value"]))


def _missing_points(reference: Reference) -> None:
    """A unit no table has a point for gets the middle of its boundary, else of what lies in it, by inhabitants."""
    for key, shape in reference.shapes.items():
        if reference.units[key].lat is None:
            lon, lat = rings.middle(shape.geometry)
            reference.units[key].lat, reference.units[key].lon = round(lat, 5), round(lon, 5)
    sums: dict[str, list[float]] = {}
    for unit in reference.units.values():
        if unit.level == "municipality" and unit.lat is not None and unit.lon is not None and unit.population:
            for key in (unit.state_key, unit.region_key, unit.district_key, unit.association_key):
                if key and reference.units[key].lat is None:
                    total = sums.setdefault(key, [0, 0, 0])
                    total[0] += unit.lat * unit.population
                    total[1] += unit.lon * unit.population
                    total[2] += unit.population
    for key, (lats, lons, people) in sums.items():
        reference.units[key].lat, reference.units[key].lon = round(lats / people, 5), round(lons / people, 5)


def _digests(folder: Path) -> dict[str, str]:
    wanted = ("admin", "boundaries", "official", "places", "postcodes", "statistics")
    files = [path for name in wanted for path in sorted((folder / name).glob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}
