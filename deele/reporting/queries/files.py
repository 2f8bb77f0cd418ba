"""Figures as tables to take along: real numbers for work in the house, and the file says so."""

from typing import Any

from django.utils.translation import gettext as _

from deele.reporting.kinds import Ask, Measure, Split
from deele.reporting.queries import words
from deele.reporting.queries.edition import Page
from deele.reporting.queries.pages import Section, SplitPage

Table = tuple[list[str], list[list[Any]]]


def first_page(sections: list[Section], ask: Ask) -> Table:
    """All figures with the years before, definition and method in each line."""
    years = [words.days(ask), *(words.days(ask.years_before(number)) for number in (1, 2, 3))]
    header = [_("Key"), _("Figure"), _("Unit"), *years, _("Definition"), _("Method"), _("Note")]
    rows = [
        [
            line.measure.key, str(line.measure.title), words.unit(line.measure),
            *(words.in_table(line.measure, one.value) for one in (line.now, *line.before)),
            str(line.measure.definition), str(line.measure.note), inside(),
        ]
        for section in sections
        for line in section.lines
    ]  # fmt: skip
    return header, rows


def split(page: SplitPage, ask: Ask) -> Table:
    """A split with its total; what it counts and how stands in the last lines."""
    measure = page.measure
    head = [str(page.split.title), f"{measure.key} {measure.title} ({words.unit(measure)})", _("Note")]
    lines: list[list[Any]] = [[row.label, words.in_table(measure, row.number.value), inside()] for row in page.rows]
    lines.append([words.total(), words.in_table(measure, page.total.value), inside()])
    return head, [*lines, *explained(measure, words.days(ask), overlaps=page.overlaps)]


def explained(measure: Measure, days: str, *, overlaps: bool) -> list[list[Any]]:
    """Period, definition and method, below a table."""
    told = [
        (_("Period"), days),
        (_("Definition"), str(measure.definition)),
        (_("Method"), str(measure.note)),
        (_("Note"), overlap() if overlaps else ""),
    ]
    return [[], *([name, text] for name, text in told if text)]


def overlap() -> str:
    """Why groups add up to more than their total."""
    return _("One record can stand in several groups. The groups then add up to more than the total.")


def inside() -> str:
    """What stands in every line of a file with real numbers."""
    return _("for work in the house, not to be passed on")


def outside(lines: list[dict[str, Any]], years: list[int]) -> Table:
    """The edition for outside; a hidden number is a dot, as official statistics write it."""
    header = [_("Key"), _("Figure"), _("Unit"), *map(str, years), _("Definition"), _("Method")]
    rows: list[list[Any]] = [
        [
            line["measure"].key, str(line["measure"].title), words.unit(line["measure"]),
            *(dotted(line["measure"], value) for _text, value in line["numbers"]),
            str(line["measure"].definition), str(line["measure"].note),
        ]
        for line in lines
    ]  # fmt: skip
    return header, [*rows, [], [dot()]]


def outside_split(measure: Measure, split: Split, page: Page, year: int) -> Table:
    """A split of that edition."""
    header = [str(split.title), *page.heads]
    rows: list[list[Any]] = [[row.label, *(dotted(measure, value) for value in row.values)] for row in page.rows]
    told = explained(measure, str(year), overlaps=measure.overlaps(split))
    return header, [*rows, *told, [dot()]]


def dotted(measure: Measure, value: float | int | None) -> Any:
    """A number, or the dot for one that stays in the house."""
    return "·" if value is None else words.in_table(measure, value)


def dot() -> str:
    """What the dot means."""
    return _("· A number that is not shown so that nobody can be recognised: 1 to 4, or one that would give such away.")
