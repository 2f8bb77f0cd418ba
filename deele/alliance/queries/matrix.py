"""The matrix of themes and regions: counted in two queries, told in words."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Case, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from deele.alliance.enums.marks import Side
from deele.alliance.models import Mark
from deele.alliance.queries import abilities
from deele.alliance.queries.abilities import NO_PLACE, ONLY_STATE, ONLY_THERE, Asked, address
from deele.alliance.queries.mark_words import THEME_LABELS, labels
from deele.alliance.rules import matrix as rules
from deele.alliance.rules.matrix import EVERYWHERE, NO_THEME, UNSAID, Cell, Matrix, Passage, Spot
from deele.office.queries import the_office
from deele.places import queries as places
from deele.places.enums import Level
from deele.places.models import Place

DIVIDED = (Level.STATE, Level.REGION)


def area(asked: Asked) -> Place | None:
    """What the columns divide: the region or state asked for, the region of a narrower place, else the whole state."""
    office = the_office()
    place = asked.place or places.by_key(office.state_key if office else "03")
    if place is None or place.level in DIVIDED:
        return place
    return places.by_key(place.region_key) or places.by_key(place.state_key)


def parts(place: Place | None) -> list[Place]:
    """The regions of a state, the districts of a region; districts at once where a state has no regions."""
    if place is None:
        return []
    rows = Place.objects.current().filter(**places.within(place)).exclude(pk=place.pk)
    order = [Level.REGION, Level.DISTRICT] if place.level == Level.STATE else [Level.DISTRICT]
    return next((found for level in order if (found := list(rows.of(level)))), [])


def counted(asked: Asked, columns: list[Place], today: date) -> Matrix:
    """The table over all themes and these columns. Two queries: the passages, and their places."""
    rows = abilities.found(asked, today, without="ort")
    keys = [column.key for column in columns]
    chosen = asked.chosen.get("thema") or list(THEME_LABELS)
    return rules.count(passages(rows, columns), chosen, [EVERYWHERE, *keys, UNSAID])


def passages(rows: QuerySet[Mark], columns: list[Place]) -> Iterator[Passage]:
    """Passages with the columns they stand in, those alike as one. One outside the area stands in none.

    Both queries hand over bare texts and numbers: unpacking ten thousand lists, few of which differ, took longer than
    counting them.
    """
    column = "place__region_key" if columns and columns[0].level == Level.REGION else "place__district_key"
    where: dict[int, tuple[str, ...]] = {}
    through = Mark.places.through.objects.filter(mark__in=rows.order_by().values("pk"))
    for mark, level, key in through.values_list("mark", "place__level", column):
        where[mark] = (*where.get(mark, ()), EVERYWHERE if level == Level.STATE else key)
    bare = rows.order_by().annotate(
        list=Cast("themes", TextField()),
        wide=Case(When(everywhere=True, then=Value(EVERYWHERE)), default=Value(""), output_field=TextField()),
    )
    alike = Counter(
        (side, themes, wide, where.get(pk, ()))
        for pk, side, themes, wide in bare.values_list("pk", "side", "list", "wide")
    )
    unpacked = cache(json.loads)
    for (side, themes, wide, held), number in alike.items():
        stands = {*held, wide} if wide else set(held) or {UNSAID}
        yield Passage(side == Side.CONTRIBUTION, tuple(unpacked(themes)), tuple(stands), number)


def page(asked: Asked, data: QueryDict, today: date) -> dict[str, Any]:
    """Everything of the matrix."""
    place = area(asked)
    columns = parts(place)
    matrix = counted(asked, columns, today)
    names = column_names(columns)
    return {
        "rows": [row(matrix, theme, data, names) for theme in matrix.rows if theme or matrix.of_row[theme]],
        "columns": [head(key, names, data, columns) for key in matrix.columns],
        "sums": [shown(matrix.of_column[key]) for key in matrix.columns] + [shown(matrix.total)],
        "place": place,
        "up_url": up(place, data),
        "told": told(matrix, names, data),
        **abilities.frame(asked, data, today),
    }


def column_names(columns: list[Place]) -> dict[str, str]:
    """The headings."""
    names = {column.key: column.name if column.level == Level.REGION else str(column) for column in columns}
    return {EVERYWHERE: _("whole state"), UNSAID: _("without a place"), **names}


def head(key: str, names: dict[str, str], data: QueryDict, columns: list[Place]) -> dict[str, str]:
    """A heading; a region leads to its districts."""
    deeper = {column.key for column in columns if column.level == Level.REGION}
    return {"label": names[key], "url": address(data, ort=[key], nur=None) if key in deeper else ""}


def up(place: Place | None, data: QueryDict) -> str:
    """Back to the whole state."""
    return address(data, ort=None, nur=None) if place is not None and place.level != Level.STATE else ""


def row(matrix: Matrix, theme: str, data: QueryDict, names: dict[str, str]) -> dict[str, Any]:
    """One theme with its cells, the sum last."""
    cells = [
        {"column": names[key], "look": f"matrix__cell matrix__cell--{strength(cell)}", "url": url, **shown(cell)}
        for key in matrix.columns
        for cell, url in [(matrix.cell(theme, key), way(data, theme, key))]
    ]
    total = {"column": pgettext("sum of a row", "all"), "look": "matrix__sum", **shown(matrix.of_row[theme])}
    return {"label": str(THEME_LABELS.get(theme, _("no theme named"))), "cells": [*cells, total]}


def shown(cell: Cell) -> dict[str, Any]:
    """A cell with its words: found here, since a template with two hundred of them is slow at it."""
    gives, seeks = cell_words(cell)
    return {"cell": cell, "gives": gives, "seeks": seeks}


def strength(cell: Cell) -> str:
    """How a cell looks: nobody gives what is sought, some give, many give."""
    if not cell:
        return "empty"
    return "white" if not cell.gives else "many" if cell.gives >= 2 * rules.CLUSTER_LEAST else "some"


def way(data: QueryDict, theme: str, column: str) -> str:
    """The list behind a cell. A row without theme has none."""
    if theme == NO_THEME:
        return ""
    narrow = {EVERYWHERE: (None, [ONLY_STATE]), UNSAID: (None, [NO_PLACE])}
    place, only = narrow.get(column, ([column], [ONLY_THERE]))
    return address(data, thema=[theme], ort=place, nur=only)


def told(matrix: Matrix, names: dict[str, str], data: QueryDict) -> list[dict[str, Any]]:
    """White spots and clusters in words, each group with a heading; empty groups are left out."""

    def lines(spots: list[Spot]) -> list[dict[str, str]]:
        return [
            {"text": spot_words(spot, names), "url": way(data, spot.theme, spot.column) if spot.column else ""}
            for spot in spots
        ]

    silent = labels(rules.silent_themes(matrix), THEME_LABELS)
    regions = [names[key] for key in rules.silent_columns(matrix)]
    groups = [
        (_("Sought, and nobody gives it"), lines(rules.sought_only(matrix))),
        (_("White spots: sought there, but given only elsewhere"), lines(rules.white_spots(matrix))),
        (_("Regions for which nobody gives anything of their own"), plain(regions)),
        (_("Themes nobody has said anything about"), plain(silent)),
        (_("Here much comes together"), lines(rules.clusters(matrix))),
    ]  # fmt: skip
    return [{"title": title, "lines": found} for title, found in groups if found]


def plain(names: list[str]) -> list[dict[str, str]]:
    """Names in one line, which leads nowhere."""
    return [{"text": ", ".join(names), "url": ""}] if names else []


def spot_words(spot: Spot, names: dict[str, str]) -> str:
    """A cell that stands out, in words."""
    theme = str(THEME_LABELS.get(spot.theme, spot.theme))
    where = f"{theme}, {names[spot.column]}" if spot.column else theme
    return f"{where}: {', '.join(filter(None, cell_words(spot.cell)))}"


def cell_words(cell: Cell) -> tuple[str, str]:
    """How many give and how many seek; empty where nobody does."""
    gives = ngettext("%(number)s gives", "%(number)s give", cell.gives) % {"number": cell.gives} if cell.gives else ""
    seeks = ngettext("%(number)s seeks", "%(number)s seek", cell.seeks) % {"number": cell.seeks} if cell.seeks else ""
    return gives, seeks


def table(asked: Asked, today: date) -> tuple[list[str], list[list[Any]]]:
    """The matrix as a table to take away: for each theme and region how many give and seek."""
    columns = parts(area(asked))
    matrix, names = counted(asked, columns, today), column_names(columns)
    rows = [
        [str(THEME_LABELS.get(theme, _("no theme named"))), names[key], *matrix.cell(theme, key)]
        for theme in matrix.rows
        for key in matrix.columns
    ]
    return [_("Theme"), _("Region"), _("Contributions"), _("Expectations")], rows
