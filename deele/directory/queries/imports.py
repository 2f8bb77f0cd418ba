"""Imports for pages and scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.directory.models import Address, Entry
from deele.directory.models.imports import Batch, BatchRow, BatchState, RowState, Verdict
from deele.directory.queries.desk import COMPARED, Row, shown

UNSETTLED = "klaeren"


def told_rows(batch: Batch) -> Iterator[dict[str, Any]]:
    """What a script is told of each row; the names are stable (docs/how-to/import.md)."""
    rows = batch.rows.order_by("number").values_list(
        "number", "verdict", "place__municipality_key", "place__key", "twin_id", "twin_row", "reasons"
    )
    for number, verdict, municipality, own, entry, row, reasons in rows.iterator(chunk_size=2000):
        place = municipality or own  # a locality counts for its municipality, a district or state for itself
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
    return found if areas is None else found.filter(Q(area_id__in=areas) | Q(area_id=None))


def rows_for_a_person(user: Any) -> QuerySet[BatchRow]:
    """Open rows of imports that were taken over: the queue at the desk."""
    rows = BatchRow.objects.filter(batch__in=batches_for(user), batch__state=BatchState.APPLIED)
    return rows.for_a_person()


def with_all(batch: Batch, rows: Any = None) -> QuerySet[BatchRow]:
    """The rows of an import, or some of them, with what a page shows of them."""
    found = batch.rows.all() if rows is None else rows
    return found.select_related("batch", "place", "entry", "twin__place").order_by("number")


@dataclass(frozen=True)
class BatchPage:
    """One import as its page shows it."""

    rows: QuerySet[BatchRow]
    tabs: list[dict[str, Any]]
    steps: list[dict[str, str]]
    ready: int
    waiting: int
    done: list[tuple[str, int]]


def batch_page(batch: Batch, verdict: str) -> BatchPage:
    """The rows of one verdict, or those that wait for a person, or all."""
    waiting = waiting_rows(batch)
    active = verdict if verdict in (*Verdict.values, UNSETTLED, "alle") else ""
    active = active or (UNSETTLED if waiting else "alle")
    rows = with_all(batch)
    if active == UNSETTLED:
        rows = with_all(batch, batch.rows.for_a_person())
    elif active != "alle":
        rows = rows.filter(verdict=active)
    ready = batch.rows.ready().exclude(verdict=Verdict.SAME).count()
    return BatchPage(rows, _tabs(batch, active, waiting), steps(batch), ready, waiting, _done(batch))


def _tabs(batch: Batch, active: str, waiting: int) -> list[dict[str, Any]]:
    verdicts = [(value, str(label), batch.counts.get(value, 0)) for value, label in Verdict.choices if value]
    tabs = [(UNSETTLED, _("Needs you"), waiting), ("alle", _("All"), batch.total), *verdicts]
    return [
        {"label": label, "url": f"?urteil={key}", "active": key == active, "count": count} for key, label, count in tabs
    ]


def _done(batch: Batch) -> list[tuple[str, int]]:
    """What became of the rows, in words."""
    labels = dict(RowState.choices)
    counts = batch.rows.values_list("state").order_by("state").annotate(count=Count("pk"))
    return [(str(labels[state]), count) for state, count in counts]


def steps(batch: Batch) -> list[dict[str, str]]:
    """The way of a table into the directory, and where this one stands."""
    reached = {BatchState.UPLOADED: 1, BatchState.CHECKED: 2}.get(BatchState(batch.state), 4)
    titles = [_("Send in"), _("Columns"), _("Look"), _("Take over")]
    return [
        {"label": title, "state": "done" if number < reached else "current" if number == reached else "todo"}
        for number, title in enumerate(titles)
    ]


def next_row_url(row: BatchRow) -> str:
    """The next row that needs somebody, else the import."""
    after = row.batch.rows.for_a_person().filter(number__gt=row.number).order_by("number").first()
    if after is None:
        return row.batch.get_absolute_url()
    return reverse("directory:import-row", args=[row.batch_id, after.number])


def beside(row: BatchRow) -> list[Row]:
    """The row beside the entry or the row it resembles, field by field."""
    left = as_entry(row)
    other = row.twin or row.entry
    twin_row = None if other or not row.twin_row else row.batch.rows.filter(number=row.twin_row).first()
    right = other or (as_entry(twin_row) if twin_row else None)
    pairs = []
    for name in COMPARED:
        texts = shown(left, name), shown(right, name) if right else ""
        label = getattr(Entry._meta.get_field(name), "verbose_name", name)
        pairs.append(Row(str(label), *texts))
    stored = "; ".join(str(address) for address in right.addresses.all()) if right and right.pk else ""
    told = addresses_of(twin_row) if twin_row else stored
    pairs.append(Row(_("addresses"), addresses_of(row), told))
    return [pair for pair in pairs if pair.left or pair.right]


def addresses_of(row: BatchRow) -> str:
    """The addresses of a row in one line."""
    return "; ".join(str(Address(**address)) for address in row.read.get("addresses", []))


def as_entry(row: BatchRow) -> Entry:
    """A row as an entry that is not stored, for looking at."""
    return Entry(**row.read.get("values", {}), place=row.place, state="")
