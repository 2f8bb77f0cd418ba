"""What a person decides about one row: same or different, where it lies, or leave it out."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.directory.actions.imports.intake import NotReady, may_import
from deele.directory.actions.imports.taking_over import take_rows
from deele.directory.models.imports import Batch, BatchRow, BatchState, Decision, RowState, Verdict
from deele.places.models import Place


@transaction.atomic
def settle(*, row: BatchRow, by: Any, now: datetime, decision: str = "", place: Place | None = None) -> BatchRow:
    """Keep a decision. In an import that was taken over already, the row is taken over at once.

    Raises NotReady when the row is done or broken, NotAllowed.
    """
    batch = Batch.objects.select_for_update().get(pk=row.batch_id)
    may_import(by, publish=batch.publish, area_id=batch.area_id)
    row = BatchRow.objects.select_related("place__parent").get(pk=row.pk)
    if row.state != RowState.OPEN or batch.state == BatchState.TAKEN_BACK:
        raise NotReady(_("This row is done. Please open the entry to change it."))
    if row.verdict == Verdict.BROKEN and decision != Decision.SKIP:
        raise NotReady(_("This row cannot be taken over as it stands. Please correct the table and send it again."))
    row.decision = Decision(decision)
    row.place = place or row.place
    row.save(update_fields=["decision", "place"])
    if batch.state == BatchState.APPLIED:
        _take_now(batch, row, by, now)
    return row


def _take_now(batch: Batch, row: BatchRow, by: Any, now: datetime) -> None:
    if row.decision == Decision.SKIP:
        row.state = RowState.SKIPPED
        row.save(update_fields=["state"])
    elif batch.rows.ready().filter(pk=row.pk).exists():
        take_rows(batch=batch, rows=[row], by=by, now=now)
