"""Imports for pages and scripts."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from deele.access import rules as access
from deele.access.enums import Permission
from deele.directory.models.imports import Batch, BatchRow, BatchState, RowState, Verdict


def told_rows(batch: Batch) -> Iterator[dict[str, Any]]:
    """What a script is told of each row; the names are stable (docs/how-to/import.md)."""
    rows = batch.rows.order_by("number").values_list(
        "number", "verdict", "place__key", "twin_id", "twin_row", "reasons"
    )
    for number, verdict, place, entry, row, reasons in rows.iterator(chunk_size=2000):
        twin = f"entry:{entry}" if entry else f"row:{row}" if row else None
        yield {"row": number, "verdict": verdict, "place_key": place, "duplicate_of": twin, "reasons": reasons}


def waiting_rows(batch: Batch) -> int:
    """Rows somebody has to look at."""
    return batch.rows.for_a_person().count()


def made(batch: Batch) -> int:
    """How many entries this import made."""
    return batch.rows.filter(state=RowState.CREATED).count()


def has_something_to_do(batch: Batch) -> bool:
    """Whether any row is new, changed or needs a person; else the import would only be clutter."""
    return any(batch.counts.get(verdict) for verdict in Verdict.values if verdict not in ("", Verdict.SAME))


def batches_for(user: Any) -> QuerySet[Batch]:
    """Imports of the areas of work this person imports for, and of none."""
    if not access.can(user, Permission.ENTRY_IMPORT):
        return Batch.objects.none()
    areas = access.areas_of(user, Permission.ENTRY_IMPORT)
    found = Batch.objects.select_related("by", "area")
    return found if areas is None else found.filter(area_id__in=areas)


def rows_for_a_person(user: Any) -> QuerySet[BatchRow]:
    """Open rows of imports that were taken over: the queue at the desk."""
    rows = BatchRow.objects.filter(batch__in=batches_for(user), batch__state=BatchState.APPLIED)
    return rows.for_a_person()
