"""Examples for other pages: those of an entry, those of a place and of like places, those of a member."""

from datetime import date
from typing import Any

from django.db.models import Q

from deele.accompaniment.models import GoodExample
from deele.alliance.models import Membership
from deele.alliance.queries import entries, naming
from deele.directory.models import Entry
from deele.library.models import Example
from deele.library.queries.example_page import Card, card
from deele.library.queries.words import size_of_place
from deele.places.models import Place

SHOWN, SHOWN_OF_MEMBER = 3, 6
LOOKED_AT = 200  # examples that name somebody


def of_entry(entry: Entry, today: date) -> list[Card]:
    """The public examples in which this entry is told."""
    rows = Example.objects.public().filter(entries=entry.pk).select_related("place")
    return [card(row, today) for row in rows]


def of_member(member: Membership, today: date) -> list[Card]:
    """The public examples of entries a member runs, and those that name it as a partner. Two queries."""
    names = naming.names_of(member)
    runs = {entry.pk for entry in entries.of_member(member)}
    wanted = Q(entries__in=runs) | naming.mentioned(names, "partners")
    rows = Example.objects.public().filter(wanted).distinct().select_related("place").prefetch_related("entries")
    found = [
        row
        for row in rows.order_by("-public_since", "pk")[:LOOKED_AT]
        if naming.is_named(names, row.partners) or runs & {entry.pk for entry in row.entries.all()}
    ]
    return [card(row, today) for row in found[:SHOWN_OF_MEMBER]]


def is_told(draft: GoodExample) -> bool:
    """Whether the draft of a plan has become a public example, and need not be shown a second time."""
    return Example.objects.public().filter(draft=draft.pk).exists()


def for_place(place: Place, today: date) -> dict[str, Any] | None:
    """Examples of the place itself, then those of places of the same size; one query, None where there is none."""
    size = size_of_place(place)
    inside = Q(place__key=place.key) | Q(place__district_key=place.key) | Q(place__municipality_key=place.key)
    rows = list(
        Example.objects.public().filter(inside | Q(place_type=size) if size else inside).select_related("place")
        .order_by("-public_since")
    )  # fmt: skip
    here = [row for row in rows if row.place and place.key in (row.place.key, *row.place.ancestor_keys)]
    like = [row for row in rows if row not in here][: max(0, SHOWN - len(here))]
    if not here and not like:
        return None
    return {
        "here": [card(row, today) for row in here[:SHOWN]], "like": [card(row, today) for row in like], "size": size,
    }  # fmt: skip
