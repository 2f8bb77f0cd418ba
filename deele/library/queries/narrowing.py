"""A list with filters as addresses: what fits, each value with how many would fit. For lists of some hundreds."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.core.text import fold

Row = TypeVar("Row")
PER_PAGE, MOST_TEXT, MOST_VALUES = 20, 120, 20


@dataclass(frozen=True)
class Filter(Generic[Row]):
    """One filter: `name` in the address, its values with their words, and the values a row has."""

    name: str
    title: Any
    choices: Iterable[tuple[str, Any]]
    read: Callable[[Row], Iterable[str]]
    open: bool = False


@dataclass
class Asked:
    """What an address asks for; unknown values are named and left out."""

    text: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    unknown: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text or any(self.chosen.values()))


def understand(data: QueryDict, filters: list[Filter[Any]]) -> Asked:
    """Read the parameters; nothing in them is an error."""
    asked = Asked(text=data.get("q", "").replace("\0", "").strip()[:MOST_TEXT])
    for one in filters:
        told = [value for value in dict.fromkeys(data.getlist(one.name)[:MOST_VALUES]) if value]
        known = {key for key, _label in one.choices}
        asked.chosen[one.name] = [value for value in told if value in known]
        asked.unknown |= len(asked.chosen[one.name]) < len(told)
    return asked


def page(
    rows: list[Row], filters: list[Filter[Row]], data: QueryDict, searched: Callable[[Row], str]
) -> dict[str, Any]:
    """What the list page shows: the rows of this page, filters with counts, chips."""
    asked = understand(data, filters)
    wanted = fold(asked.text).split()
    known = [row for row in rows if all(word in fold(searched(row)) for word in wanted)] if wanted else rows
    groups = [group(one, known, filters, asked, data) for one in filters]
    found = [row for row in known if not failed(row, filters, asked)]
    shown = Paginator(found, PER_PAGE).get_page(data.get("seite"))
    return {
        "asked": asked,
        "rows": list(shown),
        "total": len(found),
        "groups": [one for one in groups if one["options"]],
        "chips": chips(filters, asked, data),
        "hidden": [(name, value) for name, values in asked.chosen.items() for value in values],
        "previous": turned(data, filters, shown.number - 1) if shown.has_previous() else "",
        "next": turned(data, filters, shown.number + 1) if shown.has_next() else "",
    }


def failed(row: Row, filters: list[Filter[Row]], asked: Asked) -> list[str]:
    """The filters a row does not fit."""
    return [
        one.name for one in filters if asked.chosen[one.name] and set(asked.chosen[one.name]).isdisjoint(one.read(row))
    ]


def group(
    one: Filter[Row], rows: list[Row], filters: list[Filter[Row]], asked: Asked, data: QueryDict
) -> dict[str, Any]:
    """A filter with its values: each counted with the other filters applied."""
    counts = Counter[str]()
    for row in rows:
        if failed(row, filters, asked) in ([], [one.name]):
            counts.update(set(one.read(row)))
    chosen = asked.chosen[one.name]
    options = [
        {
            "label": label, "count": counts.get(key, 0), "active": key in chosen,
            "url": toggled(data, filters, one.name, key),
        }
        for key, label in one.choices
        if counts.get(key) or key in chosen
    ]  # fmt: skip
    return {"title": one.title, "options": options, "open": one.open or bool(chosen)}


def chips(filters: list[Filter[Any]], asked: Asked, data: QueryDict) -> list[dict[str, str]]:
    """What is chosen, each with the address without it."""
    found = []
    if asked.text:
        found.append({"label": _("“%(text)s”") % {"text": asked.text}, "url": address(data, filters, q=[])})
    for one in filters:
        words = dict(one.choices)
        found += [
            {"label": str(words[key]), "url": toggled(data, filters, one.name, key)} for key in asked.chosen[one.name]
        ]
    return found


def address(data: QueryDict, filters: list[Filter[Any]], **changes: list[str]) -> str:
    """The address with some parameters set; what no filter knows is dropped, and the page begins anew."""
    kept = QueryDict(mutable=True)
    for name in ("q", *(one.name for one in filters)):
        if values := [value for value in changes.get(name, data.getlist(name)) if value]:
            kept.setlist(name, values)
    query = kept.urlencode()
    return f"?{query}" if query else "?"


def toggled(data: QueryDict, filters: list[Filter[Any]], name: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(name)
    changed = [one for one in values if one != value] if value in values else [*values, value]
    return address(data, filters, **{name: changed})


def turned(data: QueryDict, filters: list[Filter[Any]], number: int) -> str:
    """The address of another page of the same list."""
    base = address(data, filters)
    return f"{base}{'' if base == '?' else '&'}seite={number}"
