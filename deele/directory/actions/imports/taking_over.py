"""Taking an import over: one transaction, so that a crash leaves nothing half done."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.freshness import Method
from deele.core.versions import Conflict
from deele.directory import enums
from deele.directory.actions import entries, index, life
from deele.directory.actions.imports import comparing, knowing
from deele.directory.actions.imports.checking import tell_progress
from deele.directory.actions.imports.intake import CHUNK, NotReady, chunks, may_import
from deele.directory.actions.imports.placing import Placer
from deele.directory.enums import State
from deele.directory.models import Address, Entry
from deele.directory.models.imports import Batch, BatchRow, BatchState, Decision, RowState, Verdict
from deele.directory.queries import documents
from deele.likeness import actions as likeness
from deele.search import actions as search

DONE = ["entry", "entry_version", "place", "twin", "state", "before", "reasons"]


@transaction.atomic
def take_over(*, batch: Batch, by: Any, now: datetime) -> Batch:
    """Make and change the entries of all rows that need no further question; the others stay open.

    Raises NotReady when it was not checked or somebody else was faster, NotAllowed.
    """
    may_import(by, publish=batch.publish, area_id=batch.area_id)
    mine = Batch.objects.filter(pk=batch.pk, state=BatchState.CHECKED)
    if not mine.update(state=BatchState.APPLIED, applied_at=now, applied_by=by, waiting_for="", error=""):
        raise NotReady(_("This import was taken over already, or must be checked first."))
    batch.refresh_from_db()
    counts = _Work(batch, by, now).run()
    _supersede(batch)
    audit.record(enums.IMPORTED, by=by, about=batch, now=now, data=counts)
    return batch


def _supersede(batch: Batch) -> None:
    """Rows of the same source and id still open in older imports need nobody any more: this import asks again."""
    mine = batch.rows.exclude(source_id="").values("source_id")
    older = BatchRow.objects.filter(batch__source=batch.source, batch__state=BatchState.APPLIED, source_id__in=mine)
    older.exclude(batch=batch).open().update(state=RowState.SKIPPED)


def take_rows(*, batch: Batch, rows: list[BatchRow], by: Any, now: datetime) -> None:
    """Take over a few rows a person has decided, in the caller's transaction."""
    work = _Work(batch, by, now)
    work.rows(rows)
    work.renew_index()


class _Work:
    """Writes rows chunk by chunk, and brings search and likeness up to date at the end."""

    def __init__(self, batch: Batch, by: Any, now: datetime) -> None:
        self.batch, self.by, self.now = batch, by, now
        self.placer = Placer()
        self.made: list[int] = []
        self.counts = {"created": 0, "changed": 0, "unchanged": 0}

    def run(self) -> dict[str, int]:
        """All rows that are ready."""
        numbers = list(self.batch.rows.ready().order_by("number").values_list("number", flat=True))
        for done, chunk in enumerate(chunks(numbers)):
            ready = self.batch.rows.ready().filter(number__gte=chunk[0], number__lte=chunk[-1])
            self.rows(list(ready.select_related("place__parent").order_by("number")))
            tell_progress(self.batch, done * CHUNK + len(chunk))
        self.renew_index()
        return self.counts

    def rows(self, rows: list[BatchRow]) -> None:
        """Write some rows."""
        self._create([row for row in rows if is_new(row)])
        known = knowing.with_addresses(row.entry_id for row in rows if row.entry_id and not is_new(row))
        prior = knowing.last_rows(self.batch, known.values())
        for row in rows:
            if row.decision == Decision.IDENTICAL:
                self._fill_up(row)
            elif row.verdict in (Verdict.SAME, Verdict.CHANGED):
                self._change(row, known.get(row.entry_id or 0), prior.get(row.entry_id or 0))
        BatchRow.objects.bulk_create(
            rows, batch_size=CHUNK, update_conflicts=True, unique_fields=["batch", "number"], update_fields=DONE
        )

    def _create(self, rows: list[BatchRow]) -> None:
        for row in rows:
            assert row.place is not None  # noqa: S101  ready() lets none through without
            row.place = self.placer.learn(row.place, row.read["where"], self.batch.source)
        made = Entry.objects.bulk_create(self._entry(row) for row in rows)
        Address.objects.bulk_create(
            Address(entry=entry, rank=rank, **address)
            for row, entry in zip(rows, made, strict=True)
            for rank, address in enumerate(row.read["addresses"])
        )
        for row, entry in zip(rows, made, strict=True):
            row.entry, row.entry_version, row.state = entry, entry.version, RowState.CREATED
        self.made += [entry.pk for entry in made]
        self.counts["created"] += len(made)

    def _entry(self, row: BatchRow) -> Entry:
        values = {"source": self.batch.source, "licence": self.batch.licence, **comparing.as_values(row.read)}
        entry = Entry(
            **values, place=row.place, area=self.batch.area, external_id=row.source_id, state_since=self.now,
            verification_method=Method.IMPORT,
        )  # fmt: skip
        entry.state = State.PUBLISHED if self.batch.publish else State.DRAFT
        if self.batch.publish:
            entry.public_since = self.now
            entry.next_confirmation_on = timezone.localdate(self.now) + life.confirmation_term(entry)
        return entry

    def _change(self, row: BatchRow, entry: Entry | None, prior: BatchRow | None) -> None:
        if entry is None or entry.version != row.entry_version:
            row.reasons = [*row.reasons, _("The entry was changed after the check. Please check the import again.")]
            return
        changes = comparing.proposed(row, entry, prior, fill_only=row.read.get("fill_only", False))
        self._write(row, entry, changes)

    def _write(self, row: BatchRow, entry: Entry, changes: dict[str, Any]) -> None:
        row.before = comparing.as_json(changes, entry)
        addresses = changes.pop("addresses", None)
        if changes or addresses is not None:
            entry = entries.change(entry=entry, values=changes, addresses=addresses, by=self.by, now=self.now)
            row.state = RowState.CHANGED
            self.counts["changed"] += 1
        else:
            row.state = RowState.UNCHANGED
            self.counts["unchanged"] += 1
        row.entry, row.entry_version = entry, entry.version

    def _fill_up(self, row: BatchRow) -> None:
        """A person said they are the same: fill what is empty, overwrite nothing."""
        if row.twin_id is None and row.twin_row:
            twin = self.batch.rows.filter(number=row.twin_row, entry__isnull=False).first()
            row.twin_id = twin.entry_id if twin else None
        entry = knowing.with_addresses([row.twin_id]).get(row.twin_id) if row.twin_id else None
        if entry is None:
            row.reasons = [*row.reasons, _("The other row was not taken over yet, so this one stays open.")]
            return
        entry = knowing.heir(entry)
        try:
            with transaction.atomic():
                self._write(row, entry, comparing.proposed(row, entry, None, fill_only=True))
        except Conflict as conflict:
            row.reasons = [*row.reasons, conflict.message]

    def renew_index(self) -> None:
        """Search and likeness in one stream, so that a hundred thousand entries never stand in memory together."""
        today = timezone.localdate(self.now)
        if self.batch.publish:
            search.index_many(documents.document(entry, today) for entry in self._stream())
        likeness.index_many(index.SOURCE, ((str(entry.pk), documents.record(entry)) for entry in self._stream()))

    def _stream(self) -> Iterator[Entry]:
        for keys in chunks(self.made):
            found = list(Entry.objects.filter(pk__in=keys).select_related("place__parent", "area").order_by("pk"))
            prefetch_related_objects(found, "addresses")
            yield from found


def is_new(row: BatchRow) -> bool:
    """Whether the row becomes an entry of its own."""
    return row.verdict == Verdict.NEW or (row.verdict == Verdict.DUPLICATE and row.decision == Decision.DIFFERENT)
