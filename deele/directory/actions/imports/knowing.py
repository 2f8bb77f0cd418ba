"""Which entries a table already knows: by the id of the source, by earlier imports, by likeness."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deele.core.text import fold
from deele.directory.actions.index import SOURCE
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.models.imports import TAKEN, Batch, BatchRow, BatchState
from deele.directory.queries import documents
from deele.likeness import queries as likeness
from deele.likeness.rules import Record, pairs
from deele.likeness.rules.pairs import across

FEW = 300  # up to here each row is asked by itself; beyond, all pairs are found in one pass
SAME, LOOK = "same", "look"


def by_source_id(batch: Batch, rows: Iterable[BatchRow]) -> dict[str, Entry]:
    """Source id → entry: from rows of this source taken over before, else from the entry's own source and id.

    An entry of another source is known by its id only when the title is the same too: numbers repeat.
    """
    titles = {row.source_id: fold(row.title) for row in rows if row.source_id}
    wanted = set(titles)
    earlier = (
        BatchRow.objects.filter(source_id__in=wanted, batch__source=batch.source, batch__state=BatchState.APPLIED)
        .filter(state__in=TAKEN, entry__isnull=False)
        .exclude(batch=batch)
        .order_by("pk")
        .values_list("source_id", "entry_id")
    )
    found = dict(earlier)
    others = Entry.objects.filter(external_id__in=wanted - set(found)).order_by("-pk")
    for pk, one, source, title in others.values_list("pk", "external_id", "source", "title"):
        if source == batch.source or fold(title) == titles[one]:
            found[one] = pk
    entries = with_addresses(found.values())
    return {one: heir(entries[pk]) for one, pk in found.items() if pk in entries}


def with_addresses(ids: Iterable[int]) -> dict[int, Entry]:
    """Entries with what comparing needs."""
    rows = Entry.objects.filter(pk__in=set(ids)).select_related("place", "merged_into__place")
    return {entry.pk: entry for entry in rows.prefetch_related("addresses")}


def heir(entry: Entry) -> Entry:
    """The entry itself, or the one it was merged into."""
    while entry.state == State.MERGED and entry.merged_into:
        entry = entry.merged_into
    return entry


def last_rows(batch: Batch, entries: Iterable[Entry]) -> dict[int, BatchRow]:
    """Entry → the row of it that this source had taken over last."""
    rows = BatchRow.objects.filter(
        entry__in=[entry.pk for entry in entries], batch__source=batch.source, batch__state=BatchState.APPLIED
    )
    taken = rows.filter(state__in=TAKEN).exclude(batch=batch).order_by("pk")
    return {row.entry_id: row for row in taken if row.entry_id}


@dataclass(frozen=True)
class Twin:
    """What a row resembles: an entry or another row, how surely, and why in words."""

    verdict: str
    entry: int | None = None
    row: int | None = None
    reasons: list[str] = field(default_factory=list)


def record_of(row: BatchRow) -> Record:
    """A row as the likeness check sees it; the same shape as queries.documents.record."""
    values = row.read["values"]
    address: dict[str, str] = next(iter(row.read["addresses"]), {})
    where = row.read["where"]
    return Record(
        id=f"row:{row.number}",
        name=values.get("title", ""),
        kind=values.get("kind", ""),
        street=address.get("street", ""),
        zip=where.get("postcode", ""),
        city=where.get("town", ""),
        lat=values.get("lat"),
        lon=values.get("lon"),
        phone=values.get("public_phone", ""),
        email=values.get("public_email") or values.get("contact_email", ""),
        website=values.get("website", ""),
        description=values.get("operator", ""),
    )


def twins(records: list[Record]) -> dict[int, Twin]:
    """Row number → what it resembles most; `same` before `look`, entries before rows."""
    found: dict[int, Twin] = {}
    if len(records) <= FEW:
        for record in records:
            for like in likeness.like(SOURCE, record, limit=3):
                _keep(found, number_of(record.id), Twin(like.verdict, int(like.ref), None, _words(like.reasons)))
    else:
        for pair in across(records, _directory()):
            twin = Twin(pair.judgement.verdict, int(pair.right), None, _words(pair.judgement.reasons))
            _keep(found, number_of(pair.left), twin)
    for pair in pairs(records):
        first, second = sorted((number_of(pair.left), number_of(pair.right)))
        _keep(found, second, Twin(pair.judgement.verdict, None, first, _words(pair.judgement.reasons)))
    return found


def _words(reasons: Iterable[object]) -> list[str]:
    return [str(reason) for reason in reasons]


def _keep(found: dict[int, Twin], number: int, twin: Twin) -> None:
    """Keep the surer one; between equals the first, so entries win over rows."""
    if twin.verdict not in (SAME, LOOK):
        return
    known = found.get(number)
    if known is None or (known.verdict == LOOK and twin.verdict == SAME):
        found[number] = twin


def _directory() -> Iterable[Record]:
    rows = Entry.objects.exclude(state__in=[State.MERGED, State.WITHDRAWN, State.REFUSED, State.ARCHIVED])
    rows = rows.select_related("place__parent").prefetch_related("addresses")
    return (documents.record(entry) for entry in rows.iterator(chunk_size=2000))


def number_of(ref: str) -> int:
    """The row number in a record's id."""
    return int(ref.removeprefix("row:"))
