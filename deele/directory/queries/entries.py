"""Entries for pages."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from deele.core.freshness import as_day
from deele.directory import rules
from deele.directory.enums import LINKED_FROM, LinkKind
from deele.directory.models import Entry, Link
from deele.places.models import Place


def public() -> QuerySet[Entry]:
    """What everybody may see, with what a list row needs."""
    return Entry.objects.public().select_related("place")


def for_page(pk: int) -> Entry | None:
    """One entry with all its page shows, in few queries; None when there is none."""
    # Two tables more would double the cost of the statement, for what few entries have.
    whole = Entry.objects.select_related("place__parent")
    try:
        return whole.prefetch_related("addresses", "photos", "coverage__place").get(pk=pk)
    except Entry.DoesNotExist:
        return None


@dataclass(frozen=True)
class Related:
    """An entry linked with another, and how, seen from there."""

    entry: Entry
    how: str


def related(entry: Entry) -> list[Related]:
    """Public entries that belong to this one, from both sides."""
    links = Link.objects.filter(Q(entry=entry) | Q(other=entry)).order_by("kind", "pk")
    rows = list(links.values_list("entry_id", "other_id", "kind"))
    others = {pk for one, other, _kind in rows for pk in (one, other)} - {entry.pk}
    found = public().in_bulk(others) if others else {}
    there = [Related(found[pk], str(LinkKind(kind).label)) for _one, pk, kind in rows if pk in found]
    back = [Related(found[pk], str(LINKED_FROM[LinkKind(kind)])) for pk, _other, kind in rows if pk in found]
    return [*there, *back]


def keys_around(place: Place) -> list[str]:
    """The keys of a place and everything above it."""
    named = (place.municipality_key, place.association_key, place.district_key, place.region_key, place.state_key)
    return [place.key, *(key for key in named if key and key != place.key)]


def verified_on(entry: Entry) -> date | None:
    """The local day of the last confirmation."""
    return as_day(entry.verified_at)


def facets(entry: Entry, today: date | None = None) -> dict[str, list[str]]:
    """What the entry can be filtered by."""
    today = today or timezone.localdate()
    seeking = entry.seeking and (entry.seeking_until is None or entry.seeking_until >= today)
    within = rules.confirmed_within_year(verified_on(entry), today)
    found = {
        "block": [str(entry.kind_of.block)],
        "kind": [entry.kind],
        "phase": [entry.phase] if entry.phase else [],
        "legal_form": [entry.legal_form] if entry.legal_form else [],
        "target_group": list(entry.target_groups),
        "seeking": ["ja"] if seeking else [],
        "confirmed": ["12"] if within else [],
        "area": [entry.area.key] if entry.area else [],
    }
    return {name: values for name, values in found.items() if values}
