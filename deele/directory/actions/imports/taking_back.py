"""One click takes a whole import back: new entries go, changed ones become what they were."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.directory import enums
from deele.directory.actions import entries, index
from deele.directory.actions.imports.comparing import restored
from deele.directory.actions.imports.intake import NotReady, chunks, may_import
from deele.directory.models import Entry
from deele.directory.models.imports import Batch, BatchRow, BatchState, RowState
from deele.likeness import actions as likeness
from deele.search import actions as search


@dataclass(frozen=True)
class TakenBack:
    """How many entries went and were restored, and the titles of those that stay because people edited them."""

    removed: int
    restored: int
    kept: list[str]


@transaction.atomic
def take_back(*, batch: Batch, by: Any, now: datetime) -> TakenBack:
    """Undo an import. Entries written to since are left alone and named. Raises NotReady, NotAllowed."""
    may_import(by, publish=batch.publish, area_id=batch.area_id)
    mine = Batch.objects.filter(pk=batch.pk, state=BatchState.APPLIED)
    if not mine.update(state=BatchState.TAKEN_BACK, taken_back_at=now, taken_back_by=by):
        raise NotReady(_("Only an import that was taken over can be taken back, and only once."))
    back, kept_changed = _restore(batch, by, now)
    removed, kept_new = _remove(batch)
    kept = [*kept_changed, *kept_new]
    batch.refresh_from_db()
    data = {"removed": removed, "restored": back, "kept": len(kept)}
    audit.record(enums.IMPORT_TAKEN_BACK, by=by, about=batch, now=now, data=data)
    return TakenBack(removed, back, kept)


def _restore(batch: Batch, by: Any, now: datetime) -> tuple[int, list[str]]:
    """The last row first: two rows may have changed one entry, one after the other."""
    done, kept = 0, []
    rows = batch.rows.filter(state=RowState.CHANGED, entry__isnull=False).select_related("entry__place")
    expected: dict[int, int] = {}
    for row in rows.order_by("-number"):
        entry = Entry.objects.get(import_rows=row)
        if entry.version != expected.get(entry.pk, row.entry_version):
            kept.append(entry.title)
            continue
        values, addresses = restored(row.before or [])
        entry = entries.change(entry=entry, values=values, addresses=addresses, by=by, now=now)
        expected[entry.pk] = entry.version
        BatchRow.objects.filter(pk=row.pk).update(state=RowState.UNDONE)
        # A row of this import that made the entry expects the version that is now restored.
        batch.rows.filter(entry=entry, state=RowState.CREATED).update(entry_version=entry.version)
        done += 1
    return done, kept


def _remove(batch: Batch) -> tuple[int, list[str]]:
    made = batch.rows.filter(state=RowState.CREATED, entry__isnull=False)
    stands = made.filter(entry__version=F("entry_version"), entry__merges=None, entry__merged_from=None)
    gone = list(stands.values_list("entry_id", flat=True))
    kept = list(made.exclude(entry_id__in=stands.values("entry_id")).values_list("entry__title", flat=True))
    stands_rows = list(stands.values_list("pk", flat=True))
    for keys in chunks(stands_rows):
        BatchRow.objects.filter(pk__in=keys).update(state=RowState.UNDONE)
    for keys in chunks(gone):
        Entry.objects.filter(pk__in=keys).delete()
        for key in keys:
            search.forget(index.SOURCE, str(key))
            likeness.forget(source=index.SOURCE, ref=str(key))
    return len(gone), kept
