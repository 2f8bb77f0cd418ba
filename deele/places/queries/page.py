"""What the page of a place shows. Seven queries at most, whatever the level."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F, Value
from django.urls import reverse
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from deele.core import freshness, paging
from deele.places import kinds
from deele.places.enums import Level, NameKind
from deele.places.models import IndicatorValue, Place, PlaceName, Postcode
from deele.places.queries import tree
from deele.places.rules import naming, sources
from deele.places.rules.sources import Source

CHILDREN_A_PAGE = 60
MONTHS_UNTIL_OLD = 48  # census and registers come late; after four years a figure is shown as old
NEIGHBOUR_KM = {Level.MUNICIPALITY: 25.0, Level.LOCALITY: 12.0, Level.ASSOCIATION: 50.0, Level.DISTRICT: 90.0}
MOST_POSTCODES = 12
Links = list[dict[str, Any]]


@dataclass(frozen=True)
class FactGroup:
    """Facts of one source about one place."""

    title: str
    facts: Links
    source: Source


@dataclass
class PlacePage:
    """Everything but what upper apps add."""

    place: Place
    above: list[Place]
    lead: str
    kind: str
    trail: Links
    postcodes: list[str] = field(default_factory=list)
    former_names: list[str] = field(default_factory=list)
    groups: list[FactGroup] = field(default_factory=list)
    children: Links = field(default_factory=list)
    child_pages: list[int | None] = field(default_factory=list)
    child_page: int = 1
    last_child_page: int = 1
    neighbours: Links = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)


def page_of(place: Place, today: date, page: str | None = None) -> PlacePage:
    """The page of a place with the asked page of its children."""
    above = tree.ancestors(place)
    shown = PlacePage(place, above, "", naming.title_of(place.kind, place.designation), _trail(place, above))
    shown.lead = lead(place, above)
    shown.postcodes, shown.former_names = _codes_and_names(place)
    _add_facts(shown, today)
    _add_children(shown, page)
    near = tree.neighbours(place, NEIGHBOUR_KM[Level(place.level)]) if place.level in NEIGHBOUR_KM else []
    shown.neighbours = [_link(other, _("%(km)s km") % {"km": _number(away, 0)}) for other, away in near]
    return shown


def lead(place: Place, above: list[Place]) -> str:
    """What the place is, in one line: Gemeinde im Landkreis Verden, 10.234 Einwohner (31.12.2024)."""
    where = [_inside(other) for other in _telling(place, above)]
    what = " ".join([naming.title_of(place.kind, place.designation), *where])
    if not place.population or not place.population_on:
        return what
    day = formats.date_format(place.population_on, "SHORT_DATE_FORMAT")
    values = {"what": what, "count": formats.number_format(place.population, force_grouping=True), "day": day}
    return _("%(what)s, %(count)s inhabitants (%(day)s)") % values


def _telling(place: Place, above: list[Place]) -> list[Place]:
    """The places that say where: the municipality of a locality, then the district; else what is next above."""
    above = [other for other in above if not _is_city_district(other)]
    if place.level == Level.DISTRICT:
        return above[:1]
    return [other for other in above if other.level in (Level.MUNICIPALITY, Level.DISTRICT)][::-1] or above[-1:]


def _is_city_district(place: Place) -> bool:
    return place.level == Level.DISTRICT and place.kind in naming.CITY_DISTRICTS


def _inside(place: Place) -> str:
    if (get_language() or "de").startswith("de"):
        return naming.inside(place.display_name, place.level)
    return _("in %(name)s") % {"name": place.display_name}


def _trail(place: Place, above: list[Place]) -> Links:
    """The way down; a city that is its own district stands there once."""
    start = [{"label": _("Places"), "url": reverse("places:place-search")}]
    steps = [other for other in above if not _is_city_district(other)]
    return [*start, *(_link(other) for other in steps), {"label": place.display_name, "url": ""}]


def _link(place: Place, note: str = "") -> dict[str, Any]:
    return {"label": place.display_name, "url": place.get_absolute_url(), "note": note}


def _codes_and_names(place: Place) -> tuple[list[str], list[str]]:
    """Postcodes and former names in one query."""
    key = place.municipality_key
    codes = Postcode.objects.filter(place__key=key).order_by().values_list(F("code"), Value("code"))
    names = PlaceName.objects.filter(place=place, kind=NameKind.OLD).order_by().values_list(F("name"), Value("name"))
    rows = list(codes.union(names)) if key else list(names)
    found = {sort: sorted(text for text, kind in rows if kind == sort) for sort in ("code", "name")}
    return found["code"], found["name"]


def _add_facts(shown: PlacePage, today: date) -> None:
    """Facts of the register, then figures of the place, then of the district for what lies in it."""
    holder = _figure_holder(shown.place, shown.above)
    wider = next((other for other in shown.above if other.level == Level.DISTRICT), None)
    latest = _latest([other.pk for other in (holder, wider) if other])
    register = Source(shown.place.source or sources.OWN.name, shown.place.licence, shown.place.source_url)
    groups = [FactGroup(_("At a glance"), _register_facts(shown, today), register)]
    for place in (holder, wider):
        groups += _figure_groups(latest, place, today) if place else []
    shown.groups = [group for group in groups if group.facts]
    shown.sources = list(dict.fromkeys([group.source for group in shown.groups]))
    shown.sources += [sources.BKG] if shown.place.box else []
    shown.sources += [sources.OSM] if shown.postcodes else []


def _figure_holder(place: Place, above: list[Place]) -> Place:
    """Nobody counts in localities: theirs are the figures of their municipality."""
    return above[-1] if place.level == Level.LOCALITY and above else place


def _latest(places: list[int]) -> dict[tuple[int, str], tuple[int, float]]:
    """(place, figure) → (year, value) of the last year known. One query."""
    on_page = [figure.key for figure in kinds.FIGURES.values() if figure.on_page]
    rows = IndicatorValue.objects.filter(place__in=places, indicator__key__in=on_page).order_by("year")
    found = rows.values_list("place", "indicator__key", "year", "value")
    return {(place, key): (year, value) for place, key, year, value in found}


def _register_facts(shown: PlacePage, today: date) -> Links:
    place, facts = shown.place, []
    if place.population and place.population_on:
        count = _number(place.population, 0)
        facts.append({"label": _("Inhabitants"), "value": count, **_age(place.population_on, today)})
    if place.area_km2:
        facts.append({"label": _("Area"), "value": _("%(area)s km²") % {"area": _number(place.area_km2, 1)}})
    if place.density:
        facts.append({"label": _("Inhabitants per km²"), "value": _number(place.density, 0)})
    if place.seat and place.level != Level.STATE:
        facts.append({"label": _("Seat of the administration"), "value": place.seat})
    if place.town_type:
        facts.append({"label": _("Type of town (computed by us)"), "value": place.town_type})
    if shown.postcodes:
        more = " …" if len(shown.postcodes) > MOST_POSTCODES else ""
        facts.append({"label": _("Postcodes"), "value": ", ".join(shown.postcodes[:MOST_POSTCODES]) + more})
    if shown.former_names:
        facts.append({"label": _("Former names and places"), "value": ", ".join(shown.former_names)})
    return facts


def _figure_groups(latest: dict[tuple[int, str], tuple[int, float]], place: Place, today: date) -> list[FactGroup]:
    """The figures of a place, by source."""
    by_source: dict[Source, Links] = {}
    for figure in kinds.FIGURES.values():
        if (place.pk, figure.key) in latest:
            year, value = latest[place.pk, figure.key]
            shown = f"{_number(value, figure.decimals)} {figure.unit}".strip()
            fact = {"label": str(figure.title), "value": shown, **_age(date(year, 12, 31), today, str(year))}
            by_source.setdefault(figure.source, []).append(fact)
    title = _("%(name)s in figures") % {"name": place.display_name}
    return [FactGroup(title, facts, source) for source, facts in by_source.items()]


def _age(day: date, today: date, words: str = "") -> dict[str, str]:
    stale = freshness.is_stale(day, today, MONTHS_UNTIL_OLD)
    return {"age": words or formats.date_format(day, "SHORT_DATE_FORMAT"), "age_state": "old" if stale else "fresh"}


def _number(value: float, decimals: int) -> str:
    return formats.number_format(round(value, decimals), decimals, force_grouping=True)


def _add_children(shown: PlacePage, page: str | None) -> None:
    """The places directly below, A to Z; those of a city that is its own district are the city's."""
    children = [child for child in tree.children(shown.place) if child.key != f"{shown.place.key}000"]
    shown.last_child_page = max(1, -(-len(children) // CHILDREN_A_PAGE))
    shown.child_page = paging.page_number(page, shown.last_child_page)
    start = (shown.child_page - 1) * CHILDREN_A_PAGE
    shown.children = [_link(child) for child in children[start : start + CHILDREN_A_PAGE]]
    if shown.last_child_page > 1:
        shown.child_pages = paging.window(shown.child_page, shown.last_child_page)
