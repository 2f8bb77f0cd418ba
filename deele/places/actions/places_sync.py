"""Bringing places and their names to a register: new ones, changed ones, ended ones with their successors."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from deele.core import text
from deele.places.actions import ending
from deele.places.enums import Level, NameKind
from deele.places.models import Place, PlaceName
from deele.places.readers.rows import Reference, Unit

COLUMNS = [column.name for column in fields(Unit) if column.name not in ("key", "level", "parent")]
FOLLOWING = ["sort_name", "parent", "valid_until", "successor", "updated_at", "version"]
BATCH = 2000


def ids_by_key() -> dict[str, int]:
    """Row ids of all places."""
    return dict(Place.objects.values_list("key", "pk"))


def places(reference: Reference, now: datetime) -> int:
    """Make, change and end places; the number of rows touched."""
    before = {place.key: place for place in Place.objects.all()}
    remembered = ending.remembered(before)
    old_names: list[PlaceName] = []
    ids = {key: place.pk for key, place in before.items()}
    changed: list[Place] = []
    made, since = 0, _since(reference, before)
    for level in Level.values:
        fresh = []
        for unit in (unit for unit in reference.units.values() if unit.level == level):
            wanted = _wanted(unit, ids)
            if unit.key not in before:
                fresh.append(Place(key=unit.key, level=level, valid_from=since, **wanted))
            elif reference.is_complete and (old_name := _brought(before[unit.key], wanted, now)) is not None:
                changed.append(before[unit.key])
                old_names += _old_name(before[unit.key], old_name)
        Place.objects.bulk_create(fresh, batch_size=BATCH)
        ids.update({place.key: place.pk for place in fresh})
        made += len(fresh)
    # An upsert: bulk_update writes a CASE per column and row and takes a minute for a new register.
    Place.objects.bulk_create(
        changed, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=[*COLUMNS, *FOLLOWING]
    )
    PlaceName.objects.bulk_create(old_names, ignore_conflicts=True)
    ended = ending.end_missing(before, remembered, reference, now) if reference.is_complete else 0
    return made + len(changed) + ended


def _since(reference: Reference, before: dict[str, Place]) -> date | None:
    """The first load does not know since when its places exist; a later one sees them appear."""
    older = (place.as_of for place in before.values() if place.as_of and place.level != Level.LOCALITY)
    return reference.on if reference.is_complete and any(day < reference.on for day in older) else None


def _wanted(unit: Unit, ids: dict[str, int]) -> dict[str, Any]:
    wanted = {column: getattr(unit, column) for column in COLUMNS}
    wanted["sort_name"] = text.fold(unit.name)[:120]
    wanted["parent_id"] = ids[unit.parent] if unit.parent else None
    return wanted


def _brought(place: Place, wanted: dict[str, Any], now: datetime) -> str | None:
    """Bring a row to what is wanted: its former name ("" when unchanged), None when nothing differs."""
    wanted = {**wanted, "valid_until": None, "successor_id": None}
    differing = [column for column, value in wanted.items() if getattr(place, column) != value]
    if not differing:
        return None
    former = place.name if "name" in differing else ""
    for column in differing:
        setattr(place, column, wanted[column])
    place.updated_at, place.version = now, place.version + 1
    return former


def _old_name(place: Place, former: str) -> list[PlaceName]:
    if not former:
        return []
    return [PlaceName(place=place, name=former, folded=text.fold(former), kind=NameKind.OLD, source=place.source[:120])]


def names(reference: Reference, ids: dict[str, int]) -> int:
    """Bring the names to the reference. Former and learnt names stay."""
    wanted = {(ids[row.key], row.name, row.kind): row.source for row in reference.names if row.key in ids}
    before = {
        (place, name, kind): pk
        for pk, place, name, kind in PlaceName.objects.values_list("pk", "place", "name", "kind")
    }
    fresh = [
        PlaceName(place_id=place, name=name, folded=text.fold(name), kind=kind, source=source[:120])
        for (place, name, kind), source in wanted.items()
        if (place, name, kind) not in before
    ]
    ours = {ids[key] for key in reference.units}
    gone = [
        pk
        for (place, name, kind), pk in before.items()
        if reference.is_complete and place in ours and kind != NameKind.OLD and (place, name, kind) not in wanted
    ]
    PlaceName.objects.bulk_create(fresh, batch_size=BATCH)
    for start in range(0, len(gone), 500):
        PlaceName.objects.filter(pk__in=gone[start : start + 500]).delete()
    return len(fresh) + len(gone)
