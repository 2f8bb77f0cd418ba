"""What the pages of the calendar show, ready for the templates."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.core.paging import page_number
from deele.events.enums import Format, Kind
from deele.events.queries import calendar, status
from deele.events.queries.calendar import Asked, Found
from deele.office.enums import Theme
from deele.office.queries import areas

RADII = (5, 10, 25, 50, 100)
PAGE_SIZE = 20
OFFERED = 3  # when nothing fits
PARAMETERS = {"art": "kind", "format": "format", "bereich": "area", "thema": "theme"}
KEPT = (*PARAMETERS, "frei", "zeit", "jahr")
FILTERS = ("q", "ort", "umkreis", *PARAMETERS, "frei")
LABELS: dict[str, Callable[[], dict[str, Any]]] = {
    "kind": lambda: dict(Kind.choices),
    "format": lambda: dict(Format.choices),
    "area": lambda: dict(areas().values_list("key", "name")),
    "theme": lambda: dict(Theme.choices),
}


def titles() -> dict[str, str]:
    """The headings of the filters."""
    return {"kind": _("Kind"), "format": _("Where it is"), "area": _("Area of work"), "theme": _("Topic")}


def address(data: QueryDict, **changes: Any) -> str:
    """The address with some parameters set (a list), or taken out (None); always back to the first page."""
    changed = data.copy()
    changed.pop("seite", None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed.setlist(name, value)
    query = changed.urlencode()
    return f"?{query}" if query else "?"


def only_filters(data: QueryDict) -> str:
    """The filters alone, as they are handed on to the month, the feeds and the embedded list."""
    kept = QueryDict(mutable=True)
    for name in FILTERS:
        if values := [value for value in data.getlist(name) if value]:
            kept.setlist(name, values)
    query = kept.urlencode()
    return f"?{query}" if query else ""


def toggled(data: QueryDict, parameter: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(parameter)
    kept = [one for one in values if one != value] if value in values else [*values, value]
    return address(data, **{parameter: kept})


def list_page(asked: Asked, data: QueryDict, now: datetime) -> dict[str, Any]:
    """Everything of the list: events, filters with counts, chips, and what to do when nothing fits."""
    found = calendar.find(asked, now)
    labels = {facet: LABELS[facet]() for facet in PARAMETERS.values()}
    total = len(found.rows)
    last = max(1, -(-total // PAGE_SIZE))
    page = page_number(str(asked.page), last)
    start = (page - 1) * PAGE_SIZE
    return {
        "asked": asked,
        "total": total,
        "cards": calendar.cards_of(found.rows[start : start + PAGE_SIZE], now),
        "groups": groups(asked, found, labels, data),
        "free_group": free_group(asked, data),
        "chips": chips(asked, labels, data),
        "clear_url": "?zeit=vergangen" if asked.is_past else "?",
        "places": [(candidate(match), address(data, ort=[match.place.key])) for match in asked.candidates],
        "previous": page_address(data, page - 1) if page > 1 else "",
        "next": page_address(data, page + 1) if page < last else "",
        "radii": RADII,
        "hidden": hidden(data),
        "views": views(asked, data),
        "years": years(found, data),
        "year": found.year,
        "feeds": feeds(data),
        **({} if total else nothing(asked, found, data, now)),
    }


def page_address(data: QueryDict, number: int) -> str:
    """The address of another page of the list."""
    changed = data.copy()
    changed["seite"] = str(number)
    return f"?{changed.urlencode()}"


def groups(asked: Asked, found: Found, labels: dict[str, Any], data: QueryDict) -> list[dict[str, Any]]:
    """The filters, each value with its count and its address; a filter with nothing to choose is left out."""
    shown = []
    for parameter, facet in PARAMETERS.items():
        counts, chosen = found.counts[facet], asked.chosen.get(facet, [])
        options = [
            {
                "label": label,
                "count": counts.get(value, 0),
                "url": toggled(data, parameter, value),
                "active": value in chosen,
            }
            for value, label in labels[facet].items()
            if counts.get(value) or value in chosen
        ]
        if len(options) > 1 or chosen:
            shown.append({"title": titles()[facet], "options": options, "open": bool(chosen) or facet == "kind"})
    return shown


def free_group(asked: Asked, data: QueryDict) -> list[dict[str, Any]]:
    """The one switch for free places; it has no meaning in the past."""
    if asked.is_past:
        return []
    url = address(data, frei=None if asked.only_free else ["ja"])
    return [{"label": _("only with free places"), "count": None, "url": url, "active": asked.only_free}]


def chips(asked: Asked, labels: dict[str, Any], data: QueryDict) -> list[dict[str, str]]:
    """The filters in force, each with the address without it."""
    found = []
    if asked.text:
        found.append({"label": f"„{asked.text}“", "url": address(data, q=None)})
    if asked.place:
        found.append({"label": str(asked.place), "url": address(data, ort=None, umkreis=None)})
    if asked.place and asked.radius_km:
        words = _("within %(number)s km") % {"number": asked.radius_km}
        found.append({"label": words, "url": address(data, umkreis=None)})
    for parameter, facet in PARAMETERS.items():
        for value in asked.chosen.get(facet, []):
            found.append({"label": str(labels[facet][value]), "url": toggled(data, parameter, value)})
    if asked.only_free:
        found.append({"label": _("only with free places"), "url": address(data, frei=None)})
    return found


def candidate(match: Any) -> str:
    """A place as it is offered for choice: with its district and region."""
    parts = (str(match.place), match.municipality, match.district, match.region)
    return ", ".join(part for part in parts if part)


def hidden(data: QueryDict) -> list[tuple[str, str]]:
    """What a new search keeps."""
    return [(name, value) for name in data if name in KEPT for value in data.getlist(name)]


def views(asked: Asked, data: QueryDict) -> list[dict[str, Any]]:
    """The three ways to look at the calendar, with the same filters."""
    home, kept = reverse("events:calendar"), only_filters(data)
    past = address(data, zeit=["vergangen"], jahr=None, frei=None)
    return [
        {"label": _("Coming up"), "url": home + kept, "active": not asked.is_past},
        {"label": _("By month"), "url": reverse("events:month-now") + kept, "active": False},
        {"label": _("Looking back"), "url": home + past, "active": asked.is_past},
    ]


def years(found: Found, data: QueryDict) -> list[dict[str, Any]]:
    """The years one can look back to."""
    return [
        {"label": str(year), "url": address(data, zeit=["vergangen"], jahr=[str(year)]), "active": year == found.year}
        for year in found.years
    ]


def feeds(data: QueryDict) -> dict[str, str]:
    """The same events elsewhere."""
    kept = only_filters(data)
    return {
        "ics": reverse("events:calendar-ics") + kept,
        "feed": reverse("events:feed") + kept,
        "embed": reverse("events:embed-help") + kept,
    }


def nothing(asked: Asked, found: Found, data: QueryDict, now: datetime) -> dict[str, Any]:
    """What to offer instead of hits: what comes next at all, without the filters."""
    if asked.is_past or not asked.is_narrowed:
        return {"nearest": []}
    everything = Asked()
    rows = [row for row in calendar.find(everything, now).rows if row.event.state not in status.OFF_STATES]
    if asked.place:
        rows = sorted(rows, key=lambda row: calendar.away(asked.place, row.event) or float("inf"))
    return {"nearest": calendar.cards_of(rows[:OFFERED], now)}
