"""The starter: Lower Saxony as far as the first entries need it, written by us as facts with their sources."""

from datetime import date
from pathlib import Path

from deele.places.readers import localities, tables
from deele.places.readers.register import place_in_tree, population_day
from deele.places.readers.rows import NameRow, PostcodeRow, Reference, Unit
from deele.places.rules.sources import OWN, REGISTER

HOME = Path(__file__).resolve().parent.parent / "starter"
AS_OF = date(2026, 2, 28)


def read() -> Reference:
    """The starter as a reference that adds and never ends anything."""
    units: dict[str, Unit] = {}
    for row in tables.rows(HOME / "places.csv", ["key", "level", "name", "parent"]):
        units[row["key"]] = _unit(row, units)
    reference = Reference("starter", AS_OF, "starter", units, is_complete=False)
    for unit in list(units.values()):
        reference.names += localities.names_of(unit)
    _localities(reference)
    for row in tables.rows(HOME / "old_names.csv", ["name", "key"]):
        if row["key"] in units:
            reference.names.append(NameRow(row["key"], row["name"], "old", OWN.name))
    for row in tables.rows(HOME / "postcodes.csv", ["code", "key", "source"]):
        reference.postcodes.append(PostcodeRow(row["code"], row["key"], None, None, row["source"]))
    return reference


def _unit(row: tables.Row, units: dict[str, Unit]) -> Unit:
    unit = Unit(row["key"], row["level"], row["name"], row["display_name"], row["kind"], row["designation"])
    unit.parent, unit.seat, unit.town_type = row["parent"], row["seat"], row["town_type"]
    unit.population, unit.area_km2 = int(row["population"]), float(row["area_km2"])
    unit.lat, unit.lon = float(row["lat"]), float(row["lon"])
    unit.source, unit.licence, unit.as_of = REGISTER.name, REGISTER.licence, AS_OF
    unit.population_on = population_day(AS_OF)
    place_in_tree(unit, {**units, unit.key: unit})
    return unit


def _localities(reference: Reference) -> None:
    for row in tables.rows(HOME / "localities.csv", ["municipality", "name", "source"]):
        unit = localities.locality(reference.units[row["municipality"]], row["name"], None, None)
        unit.source, unit.licence = row["source"], OWN.licence
        reference.units[unit.key] = unit
        reference.names.append(NameRow(unit.key, unit.name, "official", row["source"]))
