"""From the rows of a register to the tree of places: names in full, parents, sums of every level."""

from collections import Counter, defaultdict
from datetime import date

from deele.places.readers.rows import Register, RegisterRow, Unit
from deele.places.rules import naming
from deele.places.rules.plausible import CORRECTIONS, EXPECTED
from deele.places.rules.sources import REGISTER


def population_day(on: date) -> date:
    """The day the inhabitants of the register of this date were counted for."""
    return EXPECTED[on].population_on if on in EXPECTED else naming.likely_population_day(on)


def units(register: Register) -> dict[str, Unit]:
    """The tree, states first. Corrections of known mistakes of the register are made here."""
    rows = {level: {} for level in ("state", "region", "district", "association", "municipality")}
    for row in register.rows:
        rows[row.level][row.key] = row
    _correct(rows["municipality"], register.on)
    found: dict[str, Unit] = {}
    for row in rows["state"].values():
        found[row.key] = Unit(row.key, "state", row.name, row.name, "Bundesland", seat=row.seat)
    found.update({unit.key: unit for unit in map(_region, rows["region"].values()) if unit})
    for row in rows["district"].values():
        found[row.key] = _district(row, found)
    members = Counter(row.association_key for row in rows["municipality"].values())
    for row in rows["association"].values():
        if row.code in naming.ASSOCIATION_KINDS and members[row.key]:
            found[row.key] = _association(row)
    for row in rows["municipality"].values():
        found[row.key] = _municipality(row, found)
    _finish(found, register.on)
    return found


def _correct(rows: dict[str, RegisterRow], on: date) -> None:
    for key, (population, area_ha) in CORRECTIONS.get(on, {}).items():
        if key in rows:
            rows[key].population, rows[key].area_ha = population, area_ha


def _region(row: RegisterRow) -> Unit | None:
    if row.name.startswith("früher"):  # dissolved, kept in the register for its digit only
        return None
    kind, name, full = naming.region_names(row.key, row.name)
    return Unit(row.key, "region", name, full, kind, parent=row.key[:2], seat=row.seat)


def _district(row: RegisterRow, found: dict[str, Unit]) -> Unit:
    name, designation = naming.split_name(row.name)
    kind, full = naming.district_names(name, naming.DISTRICT_KINDS.get(row.code, "Landkreis"))
    parent = row.key[:3] if row.key[:3] in found else row.key[:2]
    return Unit(row.key, "district", name, full, kind, designation, parent, seat=row.seat)


def _association(row: RegisterRow) -> Unit:
    kind = naming.ASSOCIATION_KINDS[row.code]
    name, full = naming.association_names(naming.split_name(row.name)[0], kind)
    return Unit(row.key, "association", name, full, kind, parent=row.key[:5], seat=row.seat)


def _municipality(row: RegisterRow, found: dict[str, Unit]) -> Unit:
    name, designation = naming.split_name(row.name)
    above = (row.association_key, row.key[:5], row.key[:2])  # seas and shared waters lie in no district
    parent = next((key for key in above if key in found), "")
    unit = Unit(
        row.key, "municipality", name, name, naming.municipality_kind(row.code, designation), designation, parent
    )
    unit.population, unit.area_km2 = row.population, row.area_ha / 100
    unit.is_uninhabited = row.code in naming.UNINCORPORATED and not row.population
    return unit


def _finish(found: dict[str, Unit], on: date) -> None:
    """Ancestor keys, sums and provenance of every unit."""
    day = population_day(on)
    people: dict[str, int] = defaultdict(int)
    areas: dict[str, float] = defaultdict(float)
    for unit in found.values():
        place_in_tree(unit, found)
        unit.source, unit.licence, unit.as_of, unit.population_on = REGISTER.name, REGISTER.licence, on, day
        if unit.level == "municipality":
            for key in (unit.state_key, unit.region_key, unit.district_key, unit.association_key):
                people[key] += unit.population or 0
                areas[key] += unit.area_km2 or 0
    for unit in found.values():
        if unit.level != "municipality":
            unit.population, unit.area_km2 = people[unit.key], round(areas[unit.key], 2)
        else:
            in_all = people[unit.association_key] if unit.association_key else unit.population or 0
            unit.town_type = "" if unit.is_uninhabited else naming.town_type(in_all)


def place_in_tree(unit: Unit, found: dict[str, Unit]) -> None:
    """Write the keys of a unit and of all above it into its columns."""
    here: Unit | None = unit
    while here:
        if here.level != "locality":
            setattr(unit, f"{here.level}_key", here.key)
        here = found.get(here.parent)
    unit.state_key = unit.state_key or unit.key[:2]
