"""An entry as the search index and the likeness check see it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from deele.directory.enums import Precision
from deele.directory.models import Entry
from deele.directory.queries import entries
from deele.likeness.rules import Record
from deele.places.models import Level
from deele.search.kinds import Document

SOURCE = "directory"


def point(entry: Entry) -> tuple[float | None, float | None]:
    """Where the public sees it: its own position, else that of its place; nowhere when hidden."""
    if entry.precision == Precision.HIDDEN:
        return None, None
    if entry.shows_exact_point:
        return entry.lat, entry.lon
    place = entry.place
    if place and entry.precision == Precision.MUNICIPALITY and place.level == Level.LOCALITY and place.parent:
        place = place.parent
    if place and place.lat is None and place.parent:
        place = place.parent
    return (place.lat, place.lon) if place else (None, None)


def place_keys(entry: Entry) -> list[str]:
    """The place and everything above it, for filtering by any level."""
    return entries.keys_around(entry.place) if entry.place else []


def document(entry: Entry, today: date) -> Document:
    """What the index keeps of an entry."""
    lat, lon = point(entry)
    return Document(
        source=SOURCE,
        ref=str(entry.pk),
        title=entry.title,
        text=" ".join(text_parts(entry)),
        lat=lat,
        lon=lon,
        facets=entries.facets(entry, today),
        place_keys=place_keys(entry),
        rank=1.0 if entry.verified_at else 0.0,
        data={**row(entry), "lat": lat, "lon": lon},
        feature={"id": entry.pk, "title": entry.title, "kind": entry.kind, "url": entry.get_absolute_url()},
    )


def text_parts(entry: Entry) -> list[str]:
    """All public words of an entry, without its title."""
    kind = entry.kind_of
    place = entry.place
    return [
        str(kind.label),
        *kind.other_names,
        place.name if place else "",
        place.parent.name if place and place.parent else "",
        entry.short_text,
        entry.description,
        entry.operator,
        entry.legal_form_text,
        *(value for _label, value in kind.facts(entry.details)),
    ]


def row(entry: Entry) -> dict[str, Any]:
    """What a list row and the open interface show of an entry."""
    place = entry.place
    return {
        "id": entry.pk,
        "title": entry.title,
        "kind": entry.kind,
        "block": str(entry.kind_of.block),
        "state": entry.state,
        "short_text": entry.short_text,
        "phase": entry.phase,
        "place": place.name if place else "",
        "place_key": place.key if place else "",
        "municipality": place.parent.name if place and place.level == Level.LOCALITY and place.parent else "",
        "seeking": entry.seeking,
        "verified_at": entry.verified_at.isoformat() if entry.verified_at else None,
        "updated_at": entry.updated_at.isoformat() if entry.updated_at else None,
        "as_of": entry.as_of.isoformat() if entry.as_of else None,
        "url": entry.get_absolute_url(),
    }


def record(entry: Entry) -> Record:
    """What the likeness check compares."""
    address = next(iter(entry.addresses.all()), None)
    place = entry.place
    town = place.parent if place and place.level == Level.LOCALITY and place.parent else place
    return Record(
        id=str(entry.pk),
        name=entry.title,
        kind=entry.kind,
        street=address.street if address else "",
        zip=address.postcode if address else "",
        city=town.name if town else "",
        lat=entry.lat,
        lon=entry.lon,
        phone=entry.public_phone,
        email=entry.public_email or entry.contact_email,
        website=entry.website,
        description=entry.short_text,
    )


def all_documents() -> Iterator[Document]:
    """Every public entry, in the language of the house."""
    today = timezone.localdate()
    found = entries.public().select_related("place__parent", "area").order_by("pk")
    for entry in found.iterator(chunk_size=2000):
        yield document(entry, today)
