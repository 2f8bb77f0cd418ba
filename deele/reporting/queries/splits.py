"""Ways to divide that many measures share: area of work, district, kind of region, month, any list of choices."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, FloatField, TextChoices, Value, When
from django.db.models.functions import Cast, Coalesce, TruncMonth
from django.db.models.lookups import GreaterThanOrEqual, LessThan
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.office.models import Area
from deele.places.enums import Level
from deele.places.models import Place
from deele.reporting.kinds import Split, Words

# The OECD calls a municipality rural that has fewer inhabitants on a square kilometre.
RURAL_BELOW = 150
RURAL, URBAN = "laendlich", "staedtisch"
NOT_TOLD = _("not told")


def area(path: str = "area") -> Split:
    """By area of work."""
    return Split("bereich", _("Area of work"), path, _areas)


def district(path: str = "place") -> Split:
    """By the district a place lies in."""
    return Split("landkreis", _("District"), f"{path}__district_key", _districts)


def land(path: str = "place") -> Split:
    """Rural or urban, by the density of the municipality (of the district where only that was told)."""
    return Split("raumtyp", _("Kind of region"), kind_of_region(path), _regions)


def month(path: str) -> Split:
    """By month of a date."""
    return Split("monat", _("Month"), TruncMonth(path), _months)


def choices(key: str, title: Words, path: str, of: type[TextChoices]) -> Split:
    """By a field with a fixed list of words, in the order of that list."""
    return Split(key, title, path, _in_words(of))


def listed(key: str, title: Words, path: str, of: type[TextChoices]) -> Split:
    """By a field that holds several of a fixed list of words; the groups overlap."""
    return Split(key, title, path, _in_words(of), listed=tuple(of.values))


def _in_words(of: type[TextChoices]) -> Any:
    def labels(found: Iterable[Any]) -> Mapping[Any, Words]:
        known = dict(of.choices)
        here = set(found)
        return {**{key: words for key, words in known.items() if key in here}, **_others(here, known)}

    return labels


def _others(found: Iterable[Any], known: Mapping[Any, Words]) -> dict[Any, Words]:
    """Words for what the list does not know: nothing told, or the key of a former list."""
    return {key: str(key) if key else NOT_TOLD for key in found if key not in known}


def _areas(found: Iterable[Any]) -> Mapping[Any, Words]:
    known = {one.pk: one.name for one in Area.objects.filter(pk__in=[key for key in found if key])}
    return {**known, **_others(found, known)}


def _districts(found: Iterable[Any]) -> Mapping[Any, Words]:
    here = list(found)
    rows = Place.objects.filter(level=Level.DISTRICT, key__in=[key for key in here if key]).order_by("sort_name")
    known = {one.key: str(one) for one in rows}
    return {**known, **_others(here, known)}


def _months(found: Iterable[Any]) -> Mapping[Any, Words]:
    known = {day: date_format(day, "F Y") for day in sorted(day for day in found if isinstance(day, date))}
    return {**known, **_others(found, known)}


def _regions(found: Iterable[Any]) -> Mapping[Any, Words]:
    known = {RURAL: _("rural (under 150 inhabitants per km²)"), URBAN: _("urban")}
    return {**{key: words for key, words in known.items() if key in set(found)}, **_others(found, known)}


def kind_of_region(path: str = "place") -> Case:
    """RURAL, URBAN or nothing. A locality has no figures of its own, so those of its municipality count."""
    people = Coalesce(F(f"{path}__population"), F(f"{path}__parent__population"))
    ground = Coalesce(F(f"{path}__area_km2"), F(f"{path}__parent__area_km2"))
    density = Cast(people, FloatField()) / ground
    return Case(
        When(**{f"{path}__isnull": True}, then=Value(None)),
        When(LessThan(density, RURAL_BELOW), then=Value(RURAL)),
        When(GreaterThanOrEqual(density, RURAL_BELOW), then=Value(URBAN)),
        default=Value(None),
        output_field=CharField(),
    )
