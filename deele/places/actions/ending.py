"""Places a newer register has no more: they end, keep their key, and point to what they went into."""

from collections import Counter
from datetime import datetime, timedelta
from typing import NamedTuple

from deele.core import text
from deele.places.enums import Level
from deele.places.models import Place
from deele.places.readers.rows import Reference, Unit

SAME_AREA = 0.02  # a municipality that only got a new key keeps its area; survey changes stay below this share


class Was(NamedTuple):
    """What a place was before the load touched its row."""

    level: str
    area_km2: float
    association_key: str
    district_key: str


def remembered(places: dict[str, Place]) -> dict[str, Was]:
    """The places as they are now, before they are brought to a newer register."""
    return {
        key: Was(place.level, place.area_km2 or 0, place.association_key, place.district_key)
        for key, place in places.items()
    }


def end_missing(places: dict[str, Place], before: dict[str, Was], reference: Reference, now: datetime) -> int:
    """End the current places of the register that are missing in it; the number of rows touched."""
    units = reference.units
    missing = [
        place
        for key, place in places.items()
        if key not in units and place.valid_until is None and place.level != Level.LOCALITY
    ]
    if not missing:
        return 0
    heirs = _heirs(missing, before, units)
    rows = {place.key: place for place in Place.objects.filter(key__in=set(heirs.values()))}
    for place in missing:
        place.valid_until = reference.on - timedelta(days=1)
        place.successor = rows.get(heirs.get(place.key, ""))
        place.updated_at, place.version = now, place.version + 1
    Place.objects.bulk_update(missing, ["valid_until", "successor", "updated_at", "version"], 200)
    return len(missing) + _move_localities(missing, now)


def _heirs(missing: list[Place], before: dict[str, Was], units: dict[str, Unit]) -> dict[str, str]:
    """Key of an ended place → key of its successor, where there is no doubt about it."""
    heirs: dict[str, str] = {}
    for place in missing:
        if place.level == Level.MUNICIPALITY:
            heirs[place.key] = _heir_of_municipality(place, before, units)
    for level, column in ((Level.ASSOCIATION, "association_key"), (Level.DISTRICT, "district_key")):
        for place in missing:
            if place.level == level:
                heirs[place.key] = _heir_by_members(place, column, before, units, heirs)
    return {old: new for old, new in heirs.items() if new}


def _heir_of_municipality(place: Place, before: dict[str, Was], units: dict[str, Unit]) -> str:
    """The same name and area under a new key, else the one unit of the district that grew by this area."""
    near = [unit for unit in units.values() if unit.level == "municipality" and unit.state_key == place.state_key]
    same = [unit.key for unit in near if text.fold(unit.name) == text.fold(place.name) and unit.key not in before]
    if len(same) == 1:
        return same[0]
    grown = [
        unit.key
        for unit in near
        if unit.district_key == place.district_key
        and _growth(unit, before) >= (place.area_km2 or 0) * (1 - SAME_AREA) > 0
    ]
    return grown[0] if len(grown) == 1 else ""


def _growth(unit: Unit, before: dict[str, Was]) -> float:
    return (unit.area_km2 or 0) - (before[unit.key].area_km2 if unit.key in before else 0)


def _heir_by_members(
    place: Place, column: str, before: dict[str, Was], units: dict[str, Unit], heirs: dict[str, str]
) -> str:
    """The district or association most of the members are in now; a dissolved association may be one municipality."""
    votes: Counter[str] = Counter()
    for key, member in before.items():
        if member.level == Level.MUNICIPALITY and getattr(member, column) == place.key:
            now_in = units.get(heirs.get(key, key))
            if now_in:
                votes[getattr(now_in, column) or now_in.key] += 1
    best = votes.most_common(2)
    clear = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return best[0][0] if clear and best[0][0] in units else ""


def _move_localities(missing: list[Place], now: datetime) -> int:
    """Localities go with the municipality they lie in; their own key stays."""
    heirs = {place.pk: place.successor for place in missing if place.successor and place.level == Level.MUNICIPALITY}
    moved = []
    for locality in Place.objects.filter(level=Level.LOCALITY, parent__in=heirs):
        heir = heirs[locality.parent_id or 0]
        locality.parent = heir
        for column in ("region_key", "district_key", "association_key", "municipality_key"):
            setattr(locality, column, getattr(heir, column))
        locality.updated_at, locality.version = now, locality.version + 1
        moved.append(locality)
    columns = ["parent", "region_key", "district_key", "association_key", "municipality_key", "updated_at", "version"]
    Place.objects.bulk_update(moved, columns, 200)
    return len(moved)
