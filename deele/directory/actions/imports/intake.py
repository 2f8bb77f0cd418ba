"""Taking a table in and mapping its columns."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import PurePath
from typing import IO, Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core import spreadsheet
from deele.core.errors import Refusal
from deele.directory.actions.entries import NotAllowed
from deele.directory.models.imports import Batch, BatchRow, BatchState, ColumnMapping
from deele.directory.readers import entry_columns
from deele.office.models import Area

CHUNK = 1000
Item = TypeVar("Item")


class NotReady(Refusal):
    """The import stands elsewhere than this step needs it."""

    code = "not-ready"


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of at most `size`."""
    waiting = iter(items)
    while chunk := list(islice(waiting, size)):
        yield chunk


def may_import(by: Any, *, publish: bool, area_id: int | None) -> None:
    """Raises NotAllowed. `by=None` is the house itself."""
    if by is None:
        return
    if not access.can(by, Permission.ENTRY_IMPORT, area_id=area_id):
        raise NotAllowed(_("You may not import entries here. Please ask a person who looks after the directory."))
    if publish and not access.can(by, Permission.ENTRY_REVIEW, area_id=area_id):
        raise NotAllowed(_("You may import, but not publish at once. Please import as drafts."))


@transaction.atomic
def take_in(
    *,
    file: IO[bytes],
    name: str,
    by: Any,
    source: str = "",
    licence: str = "",
    area: Area | None = None,
    publish: bool = False,
    limits: spreadsheet.Limits = spreadsheet.LIMITS,
) -> Batch:
    """Keep a table with its rows as they came, columns mapped as well as can be guessed or is remembered.

    Raises spreadsheet.BadTable for what is no table, NotAllowed.
    """
    may_import(by, publish=publish, area_id=area.pk if area else None)
    table = spreadsheet.read(file, name, limits=limits)
    known = ColumnMapping.objects.filter(fingerprint=entry_columns.fingerprint(table.header)).first()
    batch = Batch.objects.create(
        name=PurePath(name).name[:200],
        source=(source or PurePath(name).stem)[:200],
        licence=licence[:120],
        area=area,
        publish=publish,
        header=table.header,
        mapping=entry_columns.suggest(table.header, known.mapping if known else None),
        defaults=known.defaults if known else {},
        by=by,
    )
    for chunk in chunks(table.rows):
        batch.total += len(chunk)
        BatchRow.objects.bulk_create(
            BatchRow(batch=batch, number=row.number, cells=list(row.values())) for row in chunk
        )
    batch.notes = table.notes
    batch.save(update_fields=["notes", "total"])
    return batch


@transaction.atomic
def remap(*, batch: Batch, mapping: Mapping[str, str], defaults: Mapping[str, str], by: Any) -> Batch:
    """Set which heading means which field, and remember it for tables with the same headings.

    Raises entry_columns.BadMapping, NotReady once the import was taken over, NotAllowed.
    """
    may_import(by, publish=batch.publish, area_id=batch.area_id)
    if batch.state not in (BatchState.UPLOADED, BatchState.CHECKED):
        raise NotReady(_("This import was already taken over; its columns can no longer be changed."))
    full = {heading: mapping.get(heading, entry_columns.IGNORE) for heading in batch.header}
    entry_columns.check(full)
    batch.mapping, batch.defaults = full, {name: text for name, text in defaults.items() if text}
    batch.state = BatchState.UPLOADED
    batch.save(update_fields=["mapping", "defaults", "state", "updated_at"])
    ColumnMapping.objects.update_or_create(
        fingerprint=entry_columns.fingerprint(batch.header),
        defaults={"mapping": batch.mapping, "defaults": batch.defaults},
    )
    return batch


@transaction.atomic
def drop(*, batch: Batch, by: Any) -> None:
    """Throw an import away that was not taken over. Raises NotReady, NotAllowed."""
    may_import(by, publish=False, area_id=batch.area_id)
    unused = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.UPLOADED, BatchState.CHECKED])
    if not unused.exists():
        raise NotReady(_("This import was taken over. Take it back instead of throwing it away."))
    batch.rows.all()._raw_delete(batch.rows.db)  # nothing hangs on rows; a hundred thousand go at once
    unused.delete()


def wait_for(*, batch: Batch, what: str) -> None:
    """Mark that a job works on the import, so that its page says so."""
    Batch.objects.filter(pk=batch.pk).update(waiting_for=what, error="")


def note_failure(*, batch: Batch, message: str) -> None:
    """A job was refused: say why on the page of the import."""
    Batch.objects.filter(pk=batch.pk).update(waiting_for="", error=message)
