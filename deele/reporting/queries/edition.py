"""The edition for outside: finished years, in which small numbers and what would give them back are hidden.

It is the same for everybody. Who may see one area of work sees the column of that area; nothing is reckoned anew for
them, so two readers together know no more than one (docs/decisions/0021).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from deele.office import queries as office
from deele.reporting.kinds import Ask, Group, Measure, Split, measures
from deele.reporting.queries import numbers, words
from deele.reporting.rules import cells
from deele.reporting.rules.cells import Line
from deele.reporting.rules.periods import year as days_of

Areas = frozenset[int] | None
Said = dict[str, Any]
Pair = tuple[str | None, float | int | None]  # a number in words and as a value
AREA_SPLIT = "bereich"


@dataclass(frozen=True)
class Row:
    """A group with a number for each column; None is hidden."""

    label: str
    cells: list[str | None]
    values: list[float | int | None]


@dataclass(frozen=True)
class Page:
    """A divided figure of a year. `withheld`: nothing of it can leave the house."""

    heads: list[str]
    rows: list[Row]
    withheld: bool = False


class Numbers:
    """What was counted in a year for a measure, its parts and their areas of work, by the groups of a split."""

    def __init__(self, measure: Measure, year: int, split: Split | None = None) -> None:
        self.ask = Ask(*days_of(year))
        self.areas = [area.pk for area in office.areas()]
        self.split = split
        self.found: dict[Any, dict[Any, Said]] = {}
        self.sums: dict[Any, Said] = {}
        self.root = self._line(measure)

    def _line(self, measure: Measure) -> Line:
        if measure.parts:
            self._count(measure.key, measure, None)
            return Line(measure.key, {}, tuple(self._line(measures.get(key)) for key in measure.parts))
        whole = self._count(measure.key, measure, None)
        if not measure.by_area or not self.areas:
            return whole
        return Line(measure.key, {}, tuple(self._count((measure.key, pk), measure, pk) for pk in self.areas))

    def _count(self, name: Any, measure: Measure, area: int | None) -> Line:
        areas = None if area is None else frozenset({area})
        rows = measure.rows(Ask(self.ask.since, self.ask.until, areas)).order_by()
        self.sums[name] = numbers.whole(measure, rows)
        self.found[name] = numbers.parts(measure, self._split_of(measure), rows) if self.split else {}
        sizes = {group: said["size"] for group, said in self.found[name].items()}
        return Line(name, sizes, total=self.sums[name]["size"])

    def _split_of(self, measure: Measure) -> Split:
        return measure.split(self.split.key) if self.split else None  # type: ignore[return-value]


def offered(measure: Measure) -> list[Split]:
    """The splits that leave the house: of what is counted or summed record by record.

    A part of a whole is divided only as the whole can be divided too, so that both are protected together.
    """
    if measure.of != "pk" or measure.part is not None:
        return []
    shared = [{split.key for split in one.splits} for one in (family(measure), *_parts(family(measure)))]
    return [split for split in measure.splits if split.key in set.intersection(*shared)]


def family(measure: Measure) -> Measure:
    """The measure this one is a part of, or itself."""
    return next((one for one in measures if measure.key in one.parts), measure)


def _parts(measure: Measure) -> list[Measure]:
    return [measures.get(key) for key in measure.parts]


def totals(figures: list[Measure], year: int, areas: Areas) -> dict[str, Pair]:
    """The numbers of a year by key, in words and as values; None twice where a number stays in the house."""
    families: dict[str, Numbers] = {}
    found: dict[str, Pair] = {}
    for measure in figures:
        if measure.of != "pk" or measure.part is not None:  # different things and shares: the whole office only
            value, side = numbers.sized(measure, Ask(*days_of(year)))
            shown = areas is None and not (measure.personal and cells.is_small(side))
            found[measure.key] = (words.in_words(measure, value), value) if shown else (None, None)
            continue
        whole = family(measure)
        counted = families.get(whole.key) or Numbers(whole, year)
        families[whole.key] = counted
        found[measure.key] = _sum(measure, counted, _gone(measure, counted), _names(measure, areas))
    return found


def page(measure: Measure, split: Split, year: int, areas: Areas) -> Page:
    """A divided figure: a column for the whole office, if it may be seen, and one for each area of work."""
    found = Numbers(family(measure), year, split)
    gone = _gone(measure, found)
    known = {area.pk: area.name for area in office.areas()}
    columns = [(known[pk], frozenset({pk})) for pk in known if (areas is None or pk in areas) and measure.by_area]
    shown: list[tuple[str, Areas]] = [*([(str(measure.title), None)] if areas is None else []), *columns]
    if split.key == AREA_SPLIT:
        rows = [Row(title, *_listed([_sum(measure, found, gone, _names(measure, one))])) for title, one in columns]
        whole = [Row(words.total(), *_listed([_sum(measure, found, gone, _names(measure, None))]))]
        return Page([words.unit(measure)], [*rows, *(whole if areas is None else [])])
    hidden = _hidden(found, split) if measure.personal else set()
    if hidden is None:
        return Page([], [], withheld=True)
    groups = labelled(split, found)
    lines = [
        Row(
            words.label(group),
            *_listed([_cell(measure, found, hidden, names, group.key) for names in _all(measure, shown)]),
        )
        for group in groups
    ]
    sums = [_sum(measure, found, gone, names) for names in _all(measure, shown)]
    return Page([title for title, _areas in shown], [*lines, Row(words.total(), *_listed(sums))])


def labelled(split: Split, found: Numbers) -> list[Group]:
    """The groups of a year in their order."""
    keys = dict.fromkeys(key for groups in found.found.values() for key in groups)
    labels = split.labels(keys) if split.labels else {key: str(key) for key in keys}
    order = {key: place for place, key in enumerate(labels)}
    return [Group(key, labels.get(key, key), None) for key in sorted(keys, key=lambda key: order.get(key, len(order)))]


def _gone(measure: Measure, found: Numbers) -> set[Any] | None:
    return cells.hidden_sums(found.root) if measure.personal else set()


def _hidden(found: Numbers, split: Split) -> set[Any] | None:
    """The cells that stay in the house."""
    if split.lift is not None:
        return cells.nested(found.root, split.lift)
    return cells.hidden(found.root, overlaps=split.overlaps)


def _all(measure: Measure, shown: Iterable[tuple[str, Areas]]) -> list[list[Any] | None]:
    return [_names(measure, areas) for _title, areas in shown]


def _names(measure: Measure, areas: Areas) -> list[Any] | None:
    """The rows of the tree a number is the sum of; None where there is no such row."""
    if areas is None:
        return [measure.key]
    if measure.parts or not measure.by_area:  # the whole by area is not protected together with its parts by area
        return None
    return [(measure.key, pk) for pk in areas]


def _sum(measure: Measure, found: Numbers, gone: set[Any] | None, names: list[Any] | None) -> Pair:
    if names is None or gone is None or gone.intersection(names):
        return None, None
    return _worded(measure, [found.sums[name] for name in names if name in found.sums])


def _cell(measure: Measure, found: Numbers, hidden: set[Any], names: list[Any] | None, group: Any) -> Pair:
    if names is None or any((name, group) in hidden for name in names):
        return None, None
    return _worded(measure, [found.found[name].get(group, {}) for name in names if name in found.found])


def _worded(measure: Measure, said: list[Said]) -> tuple[str, float | int]:
    name = "size" if measure.amount is None else "amount"
    value = sum(one.get(name, 0) for one in said)
    return words.in_words(measure, value), value


def _listed(pairs: list[Pair]) -> tuple[list[str | None], list[float | int | None]]:
    return [text for text, _value in pairs], [value for _text, value in pairs]
