"""What the pages of figures show: the first page, a split, the list behind a number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.reporting.kinds import Ask, Group, Measure, Split, Unit
from deele.reporting.queries import numbers, words
from deele.reporting.rules.cells import LIMIT

YEARS_BESIDE = 3  # domain §10: the last three years always beside
SECTIONS: dict[str, Promise] = {
    "B": _("Advice"),
    "P": _("Accompanied plans"),
    "V": _("Events"),
    "D": _("Directory and notices"),
    "F": _("Funding"),
    "N": _("Newsletter"),
}


@dataclass(frozen=True)
class Number:
    """A number in words; `small` ones do not leave the house."""

    text: str
    value: float | int | None
    small: bool = False


@dataclass(frozen=True)
class Line:
    """A measure on the first page: the number asked for, then those of the years before, the latest first."""

    measure: Measure
    now: Number
    before: list[Number]


@dataclass(frozen=True)
class Section:
    """Lines that belong together."""

    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Row:
    """A group of a split: its number, its share of the total and of the longest bar in per cent."""

    label: str
    token: str
    number: Number
    of_total: float | None
    bar: str


@dataclass(frozen=True)
class SplitPage:
    """A measure divided, with what has to be said about it."""

    measure: Measure
    split: Split
    rows: list[Row]
    total: Number
    overlaps: bool


def number(measure: Measure, value: float | int | None, size: int) -> Number:
    """A number with its mark: small is what fewer than five records of people stand behind."""
    return Number(words.in_words(measure, value), value, measure.personal and 0 < size < LIMIT)


def line(measure: Measure, ask: Ask) -> Line:
    """The number of a measure and its years before."""
    asks = [ask, *(ask.years_before(years) for years in range(1, YEARS_BESIDE + 1))]
    now, *before = [number(measure, *numbers.sized(measure, one)) for one in asks]
    return Line(measure, now, before)


def sections(figures: list[Measure], ask_for: Callable[[Measure], Ask]) -> list[Section]:
    """The first page; `ask_for` knows which areas may be counted for each measure."""
    found: dict[str, list[Line]] = {}
    for measure in figures:
        found.setdefault(measure.key[0], []).append(line(measure, ask_for(measure)))
    return [Section(str(SECTIONS.get(letter, letter)), lines) for letter, lines in found.items()]


def split_page(measure: Measure, split: Split, ask: Ask) -> SplitPage:
    """A split with bars; groups nobody belongs to are left out."""
    table = numbers.table(measure, ask, split)
    longest = max((abs(group.number or 0) for group in table.groups), default=0) or 1
    rows = [_row(measure, group, table.sides[group.key], table.total, longest) for group in table.groups]
    return SplitPage(measure, split, rows, number(measure, table.total, table.side), measure.overlaps(split))


def _row(measure: Measure, group: Group, size: int, total: float | int | None, longest: float) -> Row:
    value = group.number or 0
    share = value / total * 100 if total and measure.unit != Unit.SHARE else None
    bar = f"{max(value, 0) / longest * 100:.1f}"
    return Row(words.label(group), words.token(group.key), number(measure, group.number, size), share, bar)


def records(measure: Measure, ask: Ask, split: Split | None, group: str) -> tuple[QuerySet[Any], str]:
    """The rows behind a number in the order of their list, and the words of the group. Raises KeyError."""
    rows = measure.rows(ask)
    title = ""
    if split is not None:
        found = {words.token(key): key for key in numbers.parts(measure, split, rows.order_by())}
        key = found[group]
        rows = numbers.within(rows, split, key)
        labels = split.labels([key]) if split.labels else {}
        title = words.label(Group(key, labels.get(key, key), None))
    return rows.select_related(*measure.related).order_by(*rows.model._meta.ordering, "pk"), title
