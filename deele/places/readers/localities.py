"""Named settlements inside municipalities, and the names municipalities answer to."""

from pathlib import Path

from deele.core import text
from deele.places.readers import tables
from deele.places.readers.register import place_in_tree
from deele.places.readers.rows import NameRow, Unit
from deele.places.rules import naming
from deele.places.rules.sources import GEONAMES

KIND = "Ortsteil"


def locality_key(municipality: str, name: str) -> str:
    """The key of a locality: the key of its municipality and its own name."""
    return f"{municipality}-{text.slug(name)}"


def locality(parent: Unit, name: str, lat: float | None, lon: float | None) -> Unit:
    """A locality in a municipality, at its middle where no point is known.

    Its inhabitants are not taken over: GeoNames mixes ages and sources.
    """
    unit = Unit(locality_key(parent.key, name), "locality", name, name, KIND, parent=parent.key)
    unit.lat, unit.lon = (parent.lat, parent.lon) if lat is None or lon is None else (lat, lon)
    place_in_tree(unit, {parent.key: parent})
    for column in ("state_key", "region_key", "district_key", "association_key"):
        setattr(unit, column, getattr(parent, column))
    unit.source, unit.licence = GEONAMES.name, GEONAMES.licence
    return unit


def geonames(path: Path, units: dict[str, Unit]) -> tuple[list[Unit], list[NameRow]]:
    """Localities, and other spellings of main towns (Horst → Horst (Holstein))."""
    found: dict[str, Unit] = {}
    names = []
    for row in tables.rows(path, ["name", "lat", "lon", "ags", "is_main_town"]):
        parent = units.get(row["ags"])
        if parent is None:
            continue
        own_names = {text.fold(name) for name in (parent.name, *naming.short_names(parent.name))}
        if row["is_main_town"] == "1":
            if text.fold(row["name"]) not in own_names:
                names.append(NameRow(parent.key, row["name"], "other", GEONAMES.name))
        elif text.fold(row["name"]) not in own_names or parent.name != row["municipality"]:
            unit = locality(parent, row["name"], float(row["lat"]), float(row["lon"]))
            found.setdefault(unit.key, unit)
    return list(found.values()), names


def names_of(unit: Unit) -> list[NameRow]:
    """The names that follow from a unit itself."""
    found = [NameRow(unit.key, unit.name, "official", "")]
    if unit.display_name != unit.name:
        found.append(NameRow(unit.key, unit.display_name, "official", ""))
    if unit.level != "locality":
        found += [NameRow(unit.key, short, "short", "") for short in naming.short_names(unit.name)]
    if unit.level == "region" and unit.key in naming.REGION_NAMES:
        found.append(NameRow(unit.key, f"Amt für regionale Landesentwicklung {unit.name}", "other", ""))
        found.append(NameRow(unit.key, f"ArL {unit.name}", "other", ""))
    return found
