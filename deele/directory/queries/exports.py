"""What everybody may take along: the public fields of the entries a search finds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from django.conf import settings

from deele.directory.enums import Precision
from deele.directory.models import Entry
from deele.directory.queries import documents, entries
from deele.search import queries as search
from deele.search.kinds import Query

# Headings as our own tables have them, so that what goes out can come in again.
HEADER = [
    "id", "name", "kind", "status", "short_text", "notes", "place_key", "town", "postal_code", "street", "lat", "lon",
    "operator", "legal_form", "opening_year", "website", "public_email", "phone", "source", "source_url", "data_as_of",
    "confirmed_on", "changed_on", "licence", "page",
]  # fmt: skip
CHUNK = 500


def found(query: Query) -> Iterator[Entry]:
    """The public entries of a search in its order, page by page; all of them where nothing is asked."""
    if not (query.text or query.facets or query.place_key or query.radius_km or query.box):
        yield from _with_all(entries.public().order_by("pk"))
        return
    offset = 0
    while True:
        hits = search.search(replace(query, limit=CHUNK, offset=offset, cursor="")).hits
        rows = {entry.pk: entry for entry in _with_all(entries.public().filter(pk__in=[int(hit.ref) for hit in hits]))}
        yield from (rows[int(hit.ref)] for hit in hits if int(hit.ref) in rows)
        if len(hits) < CHUNK:
            return
        offset += CHUNK


def _with_all(rows: Any) -> Iterator[Entry]:
    return iter(rows.select_related("place__parent").prefetch_related("addresses").iterator(chunk_size=CHUNK))


def cells(entry: Entry) -> list[Any]:
    """One entry under HEADER. The address only where it is shown; no contact of a person."""
    lat, lon = documents.point(entry)
    shown = entry.precision == Precision.ADDRESS
    addresses = list(entry.addresses.all()) if shown else []
    return [
        entry.external_id or f"deele-{entry.pk}", entry.title, entry.kind, entry.phase, entry.short_text,
        entry.description, entry.place.key if entry.place else "", entry.place.name if entry.place else "",
        addresses[0].postcode if addresses else "", "; ".join(one.street for one in addresses if one.street), lat, lon,
        entry.operator, entry.legal_form_text or entry.get_legal_form_display(), entry.opening_year, entry.website,
        entry.public_email, entry.public_phone, entry.source, entry.source_url, entry.as_of,
        entries.verified_on(entry), entry.updated_at.date(), entry.licence, address_of(entry),
    ]  # fmt: skip


def address_of(entry: Entry) -> str:
    """The page of the entry in full, where the house knows its own address."""
    return f"{getattr(settings, 'WAGTAILADMIN_BASE_URL', '').rstrip('/')}{entry.get_absolute_url()}"


def features(rows: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """Entries as GeoJSON features; those without a point have the geometry null (RFC 7946 §3.2)."""
    for entry in rows:
        values = dict(zip(HEADER, cells(entry), strict=True))
        lat, lon = values.pop("lat"), values.pop("lon")
        geometry = None if lat is None else {"type": "Point", "coordinates": [lon, lat]}
        properties = {name: str(value) for name, value in values.items() if value not in (None, "")}
        yield {"type": "Feature", "id": entry.pk, "geometry": geometry, "properties": properties}


def first(rows: Iterable[Entry], limit: int) -> list[Entry]:
    """At most `limit` entries."""
    return list(islice(rows, limit))
