"""A measure: what it counts, in which period, how it can be divided. Registered once, in `figures.py` of its app.

A measure counts distinct keys, so that nothing is counted twice: the total of a split is the size of the union of its
groups, whichever way it is divided (`queries.keys`, and the property test of every measure).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Expression, Q, QuerySet
from django.utils.functional import Promise

from deele.access.enums import Permission
from deele.core.registry import Registry

Words = Promise | str


@dataclass(frozen=True)
class Ask:
    """What is asked for: from the first to the last day, both inside; `areas` of work by their keys, None for all."""

    since: date
    until: date
    areas: frozenset[int] | None = None

    def narrow(self, rows: QuerySet[Any], day: str, area: str = "area") -> QuerySet[Any]:
        """Rows whose `day` lies in the period and whose `area` is one of those asked for. `day` is a date.

        Records that belong to no area are narrowed with `area=""`, and their measure says `by_area=False`.
        """
        rows = rows.filter(**{f"{day}__gte": self.since, f"{day}__lte": self.until})
        return rows if self.areas is None or not area else rows.filter(**{f"{area}__in": sorted(self.areas)})

    def years_before(self, number: int) -> "Ask":
        """The same period so many years earlier; 29 February becomes the 28th."""
        return replace(self, since=_earlier(self.since, number), until=_earlier(self.until, number))


class Unit(StrEnum):
    """What a number of a measure means."""

    COUNT = "count"
    HOURS = "hours"
    SHARE = "share"  # between 0 and 1, shown in per cent
    EUROS = "euros"  # whole cents, shown in euros


@dataclass(frozen=True)
class Split:
    """A way to divide a measure. `by` is a field path or an expression; `labels` puts groups into words.

    `listed` names the groups of a field that holds a list of them, as JSON: one row may stand in several, so the
    groups add up to more than the total (`overlaps`).
    """

    key: str
    title: Words
    by: str | Expression
    labels: Callable[[Iterable[Any]], Mapping[Any, Words]] | None = None
    listed: tuple[str, ...] = ()
    coarser: "Split | None" = None  # a split of the same measures whose groups are made of ours: protected together
    lift: Callable[[Any], Any] | None = None  # from a group of ours to its group there

    @property
    def overlaps(self) -> bool:
        """Whether one row may stand in several groups."""
        return bool(self.listed)


@dataclass(frozen=True)
class Column:
    """A column of the list behind a number. It never tells who a person is."""

    title: Words
    cell: Callable[[Any], Any]


@dataclass(frozen=True)
class Measure:
    """A figure of the house.

    `rows` gives what is counted for an `Ask`; `of` is the path of the key that is counted once ("pk", or a district).
    `amount` is summed instead of counting (hours, cents; one number a row, so `of` stays "pk"); `part` makes a share:
    the rows it holds for, among all. `way` leads from a row of the list to the record, for those with `permission`.
    """

    key: str
    title: Words
    definition: Words
    rows: Callable[[Ask], QuerySet[Any]]
    unit: Unit = Unit.COUNT
    of: str = "pk"
    amount: Expression | None = None
    part: Q | None = None
    splits: tuple[Split, ...] = ()
    columns: tuple[Column, ...] = ()
    related: tuple[str, ...] = ()
    way: Callable[[Any], str] | None = None
    permission: Permission = Permission.CASE_WORK
    note: Words = ""
    is_stock: bool = False  # how many there are on the last day of the period, not how many came in it
    parts: tuple[str, ...] = ()  # keys of measures without common rows that make up this one: protected together
    by_area: bool = True  # False: the records belong to no area; only who sees the whole office sees the figure
    personal: bool = True  # False: no person stands behind a number (public entries), so small ones may leave the house

    def split(self, key: str) -> Split:
        """The split of this key. Raises KeyError."""
        return next((one for one in self.splits if one.key == key), None) or _missing(key)

    def overlaps(self, split: Split) -> bool:
        """Whether the groups may add up to more than the total: a list, or a key that is met in several groups."""
        return split.overlaps or self.of != "pk"


@dataclass(frozen=True)
class Group:
    """One line of a split."""

    key: Any
    label: Words
    number: float | int | None


@dataclass(frozen=True)
class Table:
    """A split measure: the groups, and the total, which is counted and not added up."""

    measure: Measure
    split: Split
    groups: list[Group]
    total: float | int | None
    sizes: Mapping[Any, int] = field(default_factory=dict)  # how many keys are behind each number
    sides: Mapping[Any, int] = field(default_factory=dict)  # how many it could tell about: of a share the smaller side
    side: int = 0  # and the total


def _earlier(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _missing(key: str) -> Any:
    raise KeyError(key)


measures: Registry[Measure] = Registry()
