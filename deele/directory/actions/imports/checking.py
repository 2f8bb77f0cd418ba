"""The dry run: what every row means for the directory. Writes nothing but the rows of the import."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from deele.core.text import fold
from deele.directory.actions.imports import comparing, knowing
from deele.directory.actions.imports.intake import CHUNK, NotReady, chunks, may_import
from deele.directory.actions.imports.placing import Placer
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.models.imports import Batch, BatchRow, BatchState, Verdict
from deele.directory.readers import entry_columns, entry_rows
from deele.likeness.rules import Record

ASLEEP = (State.ARCHIVED, State.WITHDRAWN, State.REFUSED)
WRITTEN = [
    "source_id", "read", "verdict", "reasons", "place", "candidates", "entry", "entry_version", "twin", "twin_row",
    "contact_email", "decision",
]  # fmt: skip
PROGRESS = "directory-import-%s"


def check(*, batch: Batch, by: Any) -> Batch:
    """Give every row its verdict; may be repeated, also after a crash in the middle.

    Raises entry_columns.BadMapping, NotReady once the import was taken over, NotAllowed.
    """
    may_import(by, publish=batch.publish, area_id=batch.area_id)
    if batch.state not in (BatchState.UPLOADED, BatchState.CHECKED):
        raise NotReady(_("This import was already taken over; it can no longer be checked."))
    entry_columns.check(batch.mapping)
    counts = _Check(batch).run()
    open_states = [BatchState.UPLOADED, BatchState.CHECKED]
    Batch.objects.filter(pk=batch.pk, state__in=open_states).update(
        state=BatchState.CHECKED, counts=counts, waiting_for="", error=""
    )
    batch.refresh_from_db()
    return batch


def progress(batch: Batch) -> int:
    """Rows done of a running check or take-over, from the shared cache."""
    return cache.get(PROGRESS % batch.pk, 0)


def tell_progress(batch: Batch, done: int) -> None:
    """Let the page of the import show how far we are."""
    cache.set(PROGRESS % batch.pk, done, 3600)


class _Check:
    """One run over all rows: first each by itself, then those still new against likeness."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.placer = Placer()
        self.ids: dict[str, int] = {}
        self.things: dict[tuple[Any, ...], int] = {}
        self.fresh: list[Record] = []

    def run(self) -> dict[str, int]:
        """Judge all rows; returns how many have which verdict."""
        counts: Counter[str] = Counter()
        for chunk in chunks(self._numbers()):
            rows = list(self.batch.rows.filter(number__gte=chunk[0], number__lte=chunk[-1]).order_by("number"))
            self._judge(rows)
            write(rows)
            counts.update(row.verdict for row in rows)
            tell_progress(self.batch, counts.total())
        self._apply_likeness(counts)
        return dict(counts)

    def _numbers(self) -> Iterable[int]:
        return list(self.batch.rows.order_by("number").values_list("number", flat=True))

    def _judge(self, rows: list[BatchRow]) -> None:
        for row in rows:
            self._read(row)
        known = knowing.by_source_id(self.batch, rows)
        prior = knowing.last_rows(self.batch, known.values())
        for row in rows:
            if row.verdict == Verdict.BROKEN:
                continue
            entry = known.get(row.source_id)
            if self._repeated(row):
                row.verdict = Verdict.DUPLICATE
            elif entry is not None:
                compare(row, entry, prior.get(entry.pk), fill_only=False)
            else:
                row.verdict = Verdict.NEW
                self.fresh.append(knowing.record_of(row))

    def _read(self, row: BatchRow) -> None:
        cells = dict(zip(self.batch.header, row.cells, strict=False))
        read = entry_rows.read_row(cells, self.batch.mapping, row.number, self.batch.defaults)
        placed = self.placer.find(read.where)
        reset(row)
        row.source_id = read.source_id
        row.read = {name: value for name, value in asdict(read).items() if name in ("values", "addresses", "where")}
        row.contact_email = read.values.get("contact_email", "")
        row.place, row.candidates = placed.place, placed.candidates
        row.reasons = [*read.faults, *read.notes, *placed.reasons]
        if read.faults:
            row.verdict = Verdict.BROKEN

    def _repeated(self, row: BatchRow) -> bool:
        """Whether this id or this very thing stood in an earlier row of the table."""
        values = row.read["values"]
        address: dict[str, str] = next(iter(row.read["addresses"]), {})
        where = tuple(sorted(row.read["where"].items()))
        thing = (fold(values["title"]), values["kind"], where, fold(address.get("street", "")))
        first = self.things.setdefault(thing, row.number)
        if row.source_id:
            first = min(first, self.ids.setdefault(row.source_id, row.number))
        if first == row.number:
            return False
        row.twin_row = first
        row.reasons.append(_("The same stands in row %(row)s of this table.") % {"row": first})
        return True

    def _apply_likeness(self, counts: Counter[str]) -> None:
        twins = knowing.twins(self.fresh)
        for numbers in chunks(sorted(twins)):
            rows = list(self.batch.rows.filter(number__in=numbers).select_related("place"))
            entries = knowing.with_addresses(twin.entry for row in rows if (twin := twins[row.number]).entry)
            prior = knowing.last_rows(self.batch, entries.values())
            for row in rows:
                counts[row.verdict] -= 1
                self._resemble(row, twins[row.number], entries, prior)
                counts[row.verdict] += 1
            write(rows)

    def _resemble(
        self, row: BatchRow, twin: knowing.Twin, entries: dict[int, Entry], prior: dict[int, BatchRow]
    ) -> None:
        entry = entries.get(twin.entry or 0)
        row.reasons = [*row.reasons, *twin.reasons]
        if entry is not None and twin.verdict == knowing.SAME and not self._says_other(row, entry):
            compare(row, entry, prior.get(entry.pk), fill_only=True)
            return
        row.verdict, row.twin, row.twin_row = Verdict.DUPLICATE, entry, twin.row

    def _says_other(self, row: BatchRow, entry: Entry) -> bool:
        """Whether the source itself gives the entry another id, so holds them for two things."""
        ours = entry.source == self.batch.source and entry.external_id
        return bool(row.source_id and ours and entry.external_id != row.source_id)


def reset(row: BatchRow) -> None:
    """Forget an earlier verdict."""
    row.verdict, row.decision = Verdict.UNREAD, ""
    row.entry = row.twin = row.twin_row = None
    row.entry_version = 0


def compare(row: BatchRow, entry: Entry, prior: BatchRow | None, *, fill_only: bool) -> None:
    """Same or changed, with the fields that would change."""
    row.entry, row.entry_version = entry, entry.version
    row.twin = row.twin_row = None
    changes = {} if entry.state in ASLEEP else comparing.proposed(row, entry, prior, fill_only=fill_only)
    row.read["changes"] = comparing.as_json(changes, entry)
    row.read["fill_only"] = fill_only
    row.verdict = Verdict.CHANGED if changes else Verdict.SAME
    if entry.state in ASLEEP:
        row.reasons.append(_("The entry exists, but is no longer public; it stays as it is."))
    elif fill_only:
        _name_differences(row, entry, prior, changes)
    if row.place_id is None and entry.place_id:
        row.place, row.candidates = entry.place, []


def _name_differences(row: BatchRow, entry: Entry, prior: BatchRow | None, changes: dict[str, Any]) -> None:
    """What the table says otherwise, of an entry known by likeness only: named, not overwritten."""
    others = comparing.proposed(row, entry, prior, fill_only=False).keys() - changes.keys()
    labels = sorted(_("addresses") if name == "addresses" else str(_label(name)) for name in others)
    if labels:
        row.reasons.append(_("The entry says otherwise and keeps it: %(fields)s.") % {"fields": ", ".join(labels)})


def _label(name: str) -> Any:
    return getattr(Entry._meta.get_field(name), "verbose_name", name)


@transaction.atomic
def write(rows: list[BatchRow]) -> None:
    """Write many judged rows at once; much faster than `bulk_update`, which spells out every value twice."""
    BatchRow.objects.bulk_create(
        rows, batch_size=CHUNK, update_conflicts=True, unique_fields=["batch", "number"], update_fields=WRITTEN
    )
