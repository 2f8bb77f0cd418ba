"""What the public pages of the directory show, ready for the templates."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.core import freshness, geo
from deele.directory.enums import Block, ContactWay, LegalForm, LegalPart, Phase, Precision, TargetGroup
from deele.directory.kinds.catalogue import labels
from deele.directory.models import Entry
from deele.directory.queries import cards
from deele.directory.queries.documents import SOURCE
from deele.office.queries import the_office
from deele.places import queries as places
from deele.places.models import Place
from deele.search import queries as search

NO_PAGE = ("seite",)
RADII = (5, 10, 25, 50, 100)
FORMATS = ("csv", "xlsx", "geojson")
GROUPS: tuple[tuple[str, str, Callable[[], dict[str, Any]]], ...] = (
    ("baustein", "block", lambda: dict(Block.choices)),
    ("art", "kind", labels),
    ("phase", "phase", lambda: dict(Phase.choices)),
    ("zielgruppe", "target_group", lambda: dict(TargetGroup.choices)),
    ("rechtsform", "legal_form", lambda: dict(LegalForm.choices)),
    ("sucht", "seeking", lambda: {"ja": _("looks for people")}),
    ("bestaetigt", "confirmed", lambda: {"12": _("confirmed within 12 months")}),
)


def titles() -> dict[str, str]:
    """The headings of the filters."""
    return {
        "block": _("Topic"),
        "kind": _("Kind"),
        "phase": _("Phase"),
        "target_group": _("For whom"),
        "legal_form": _("Legal form"),
        "seeking": _("Free places"),
        "confirmed": _("How fresh"),
    }


def address(data: QueryDict, **changes: Any) -> str:
    """The search address with some parameters set (a list), or taken out (None)."""
    changed = data.copy()
    for name in NO_PAGE:
        changed.pop(name, None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed.setlist(name, value)
    query = changed.urlencode()
    return f"?{query}" if query else "?"


def toggled(data: QueryDict, parameter: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(parameter)
    kept = [one for one in values if one != value] if value in values else [*values, value]
    return address(data, **{parameter: kept})


def search_page(asked: Any, data: QueryDict) -> dict[str, Any]:
    """Everything of the search page: hits, filters with counts, chips, map, and what to do when nothing fits."""
    today = timezone.localdate()
    query = asked.query(SOURCE)
    result = search.search(query)
    last = query.start + len(result.hits)
    return {
        "asked": asked,
        "result": result,
        "cards": cards.cards(result.hits, today),
        "nearest": cards.cards(result.nearest, today),
        "groups": groups(asked, result.facets, data),
        "chips": chips(asked, data),
        "places": [(candidate(match), address(data, ort=[match.place.key])) for match in asked.candidates],
        "first": query.start + 1,
        "last": last,
        "previous": address(data, seite=[str(asked.page - 1)]) if asked.page > 1 else "",
        "next": address(data, seite=[str(asked.page + 1)]) if last < result.total else "",
        "map_url": reverse("directory:map") + address(data),
        "map_box": box_of(asked),
        "query_string": data.urlencode(),
        "background": background(),
        "radii": RADII,
        "hidden": hidden(data),
        "clear_url": "?",
        "formats": FORMATS,
    }


def hidden(data: QueryDict) -> list[tuple[str, str]]:
    """The filters a new search keeps."""
    kept = {name for name, _facet, _labels in GROUPS}
    return [(name, value) for name in data if name in kept for value in data.getlist(name)]


def candidate(match: Any) -> str:
    """A place as it is offered for choice: with its district and region."""
    parts = (str(match.place), match.municipality, match.district, match.region)
    return ", ".join(part for part in parts if part)


def where(entry: Entry) -> str:
    """The place of an entry with what lies around it."""
    place = entry.place
    if place is None:
        return ""
    return ", ".join(str(one) for one in (place, place.parent) if one)


def background(place: Place | None = None) -> str:
    """The boundaries behind the maps: the districts of the state of the place, else of the office's."""
    if place is not None and place.state_key:
        return reverse("places:borders", args=["district", place.state_key])
    office = the_office()
    return reverse("places:borders", args=["district", office.state_key if office else "03"])


def groups(asked: Any, counted: dict[str, list[tuple[str, int]]], data: QueryDict) -> list[dict[str, Any]]:
    """The filters, each value with its count and its address; empty filters are left out."""
    found = []
    for parameter, facet, named in GROUPS:
        label_of, chosen = named(), asked.facets.get(facet, [])
        counts = dict(counted.get(facet, []))
        options = [
            {
                "label": label_of[value],
                "count": counts.get(value, 0),
                "url": toggled(data, parameter, value),
                "active": value in chosen,
            }
            for value in [*counts, *(value for value in chosen if value not in counts)]
            if value in label_of
        ]
        if options:
            found.append({"title": titles()[facet], "options": options, "open": bool(chosen) or facet == "block"})
    return found


def chips(asked: Any, data: QueryDict) -> list[dict[str, str]]:
    """The filters in force, each with the address without it."""
    found = []
    if asked.text:
        found.append({"label": f"„{asked.text}“", "url": address(data, q=None)})
    if asked.place:
        found.append({"label": str(asked.place), "url": address(data, ort=None, umkreis=None)})
    if asked.place and asked.radius_km:
        words = _("within %(number)s km") % {"number": asked.radius_km}
        found.append({"label": words, "url": address(data, umkreis=None)})
    for parameter, facet, named in GROUPS:
        label_of = named()
        for value in asked.facets.get(facet, []):
            found.append({"label": str(label_of[value]), "url": toggled(data, parameter, value)})
    return found


def box_of(asked: Any) -> str:
    """The part of the world the map shows first: the place, else the whole directory."""
    box = places.box_of(asked.place, asked.radius_km) if asked.place else places.box_of_all()
    return ",".join(f"{side:.4f}" for side in box)


def breadcrumb(entry: Entry) -> list[dict[str, str]]:
    """From the directory through the place to the entry."""
    place = entry.place
    steps = [{"label": _("Directory"), "url": reverse("directory:search")}]
    if place:
        steps.append({"label": str(place), "url": place.get_absolute_url()})
    return [*steps, {"label": entry.title, "url": ""}]


def facts(entry: Entry) -> list[dict[str, str]]:
    """The common facts of an entry in their order, then those of its kind; unknown ones are left out."""
    rows = [*common(entry), *entry.kind_of.facts(entry.details)]
    return [{"label": str(label), "value": value} for label, value in rows if value]


def common(entry: Entry) -> list[tuple[Any, str]]:
    """The facts every kind has."""
    groups = dict(TargetGroup.choices)
    addresses = [str(row) for row in entry.addresses.all()] if entry.precision == Precision.ADDRESS else []
    return [
        (_("Address"), "; ".join(addresses)),
        (_("Run by"), entry.operator),
        (_("Owner"), entry.owner),
        (_("Legal form"), legal_words(entry)),
        (_("Phase"), entry.get_phase_display() if entry.phase else ""),
        (_("Opened or moved in"), str(entry.opening_year or "")),
        (_("For whom"), ", ".join(str(groups[key]) for key in entry.target_groups if key in groups)),
        (_("Responsible for"), ", ".join(str(row.place) for row in entry.coverage.all())),
        (_("Opening hours"), entry.opening_hours),
        (_("Languages"), entry.languages),
        (_("Accessibility"), entry.accessibility),
        (_("Looks for"), seeking_words(entry)),
    ]


def legal_words(entry: Entry) -> str:
    """The legal form, with its own words behind it."""
    form = str(entry.get_legal_form_display()) if entry.legal_form else ""
    if entry.legal_form_parts:
        named, whose = dict(LegalForm.choices), dict(LegalPart.choices)
        parts = [f"{whose[part]}: {named[one]}" for part, one in entry.legal_form_parts.items() if part in whose]
        form = f"{form} ({', '.join(parts)})" if form else ", ".join(parts)
    return f"{form}: {entry.legal_form_text}" if form and entry.legal_form_text else form or entry.legal_form_text


def seeking_words(entry: Entry) -> str:
    """Whom it looks for, as long as it does."""
    if not entry.seeking or (entry.seeking_until and entry.seeking_until < timezone.localdate()):
        return ""
    words = entry.seeking_what or _("people who join")
    if entry.seeking_until:
        day = date_format(entry.seeking_until, "j. F Y")
        return _("%(what)s (until %(day)s)") % {"what": words, "day": day}
    return words


def can_write_to(entry: Entry) -> bool:
    """Whether a message can be passed on."""
    return entry.contact_way == ContactWay.RELAY and bool(entry.contact_email or entry.public_email)


def age(entry: Entry) -> tuple[str, str]:
    """How old the facts are, in words, and how to mark it."""
    today = timezone.localdate()
    stamp = entry.verified_at.isoformat() if entry.verified_at else None
    words = freshness.age_in_words(entry.verified_at, today)
    return words, cards.age_state(stamp, entry.state, today)


def box_around(entry: Entry, km: float = 3.0) -> str:
    """The part of the world around an exact position, empty without one."""
    if not entry.shows_exact_point or entry.lat is None or entry.lon is None:
        return ""
    return ",".join(f"{side:.4f}" for side in geo.box_around(entry.lat, entry.lon, km))
