"""Which places an advice office answers for, and which none does."""

from dataclasses import dataclass

from django.db.models import QuerySet

from deele.directory.kinds.catalogue import advice_keys
from deele.directory.models import Coverage, Entry
from deele.office.queries import the_office
from deele.places.enums import Level
from deele.places.models import Place


def covering_keys(kind: str = "") -> set[str]:
    """Keys of places, of any level, some public advice office is responsible for.

    An office that names no places answers for the place where it is.
    """
    kinds = [kind] if kind in advice_keys() else advice_keys()
    offices = Entry.objects.public().filter(kind__in=kinds)
    named = Coverage.objects.filter(entry__in=offices).values_list("place__key", flat=True)
    own = offices.filter(coverage=None).values_list("place__key", flat=True)
    return {*named, *own}


def municipalities() -> QuerySet[Place]:
    """The inhabited municipalities of the office's state."""
    office = the_office()
    state = office.state_key if office else "03"
    return Place.objects.current().inhabited().of(Level.MUNICIPALITY).filter(state_key=state)


@dataclass(frozen=True)
class District:
    """How well a district is covered."""

    key: str
    total: int
    uncovered: tuple[Place, ...]

    @property
    def covered(self) -> int:
        """Municipalities with somebody responsible."""
        return self.total - len(self.uncovered)


def is_covered(place: Place, keys: set[str]) -> bool:
    """Whether the place or anything above it has somebody responsible."""
    return place.key in keys or any(above in keys for above in place.ancestor_keys)


def uncovered(kind: str = "") -> list[Place]:
    """Municipalities no advice office covers."""
    keys = covering_keys(kind)
    return [place for place in municipalities() if not is_covered(place, keys)]


def uncovered_count(kind: str = "") -> int:
    """How many municipalities no advice office covers."""
    return len(uncovered(kind))


def by_district(kind: str = "") -> list[tuple[Place, District]]:
    """Districts with their municipalities that nobody covers, the emptiest first."""
    keys = covering_keys(kind)
    rows: dict[str, list[Place]] = {}
    for place in municipalities():
        rows.setdefault(place.district_key, []).append(place)
    named = Place.objects.in_bulk(rows, field_name="key")
    found = []
    for key, members in rows.items():
        open_ones = tuple(place for place in members if not is_covered(place, keys))
        if key in named:
            found.append((named[key], District(key, len(members), open_ones)))
    return sorted(found, key=lambda row: (-len(row[1].uncovered), row[0].sort_name))
