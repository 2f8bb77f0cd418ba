"""Reading a list in: its rows are stored with a verdict each, and nobody is subscribed."""

from typing import IO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accounts.models import User
from deele.core import spreadsheet
from deele.core.errors import Refusal
from deele.newsletter.actions.imports import judging
from deele.newsletter.enums import ListState
from deele.newsletter.models import ListImport, ListRow
from deele.newsletter.readers import lists
from deele.newsletter.readers.lists import ListLine
from deele.office.models import Area

LIMITS = spreadsheet.Limits(size=30 * 1024 * 1024, rows=50_000)


class NothingToTake(Refusal):
    """The list holds no row, or none that may be taken over."""

    code = "nothing"


@transaction.atomic
def take_in(*, file: IO[bytes], name: str, by: User, area: Area | None = None) -> ListImport:
    """Read and judge a list. `area` is the newsletter of rows that name none. Raises BadTable, NothingToTake."""
    table = spreadsheet.read(file, name, limits=LIMITS)
    batch = ListImport.objects.create(name=name[:200], area=area, by=by)
    known = judging.names_of_areas(allowed_areas(by))
    rows = [row_of(line, batch, known) for line in lists.lines(table)]
    if not rows:
        raise NothingToTake(_("The list holds a heading and nothing below it."))
    judging.judge(rows, today=timezone.localdate())
    ListRow.objects.bulk_create(rows, batch_size=500)
    batch.total, batch.notes = len(rows), [str(note) for note in table.notes]
    batch.save()
    return batch


def allowed_areas(by: User) -> list[Area]:
    """The areas this person works on subscribers of; others stay unknown to the list."""
    where = access.areas_of(by, Permission.SUBSCRIBER_WORK)
    return [area for area in Area.objects.all() if where is None or area.pk in where]


def row_of(line: ListLine, batch: ListImport, known: dict[str, str]) -> ListRow:
    """A line as a row, not judged yet."""
    keys, unknown = lists.area_ids(line.areas, known)
    if not line.areas and batch.area:
        keys = [batch.area.key]
    return ListRow(
        batch=batch,
        number=line.number,
        email=line.email,
        name=line.name,
        areas=keys,
        unknown_areas=", ".join(unknown)[:200],
        proof_on=line.proof_on,
        proof_way=line.proof_way,
        proof_text=line.proof_text,
    )


@transaction.atomic
def drop(*, batch: ListImport) -> None:
    """Throw a list away that was not taken over. Raises NothingToTake when it was."""
    if not ListImport.objects.filter(pk=batch.pk, state=ListState.CHECKED).delete()[0]:
        raise NothingToTake(_("This list has already been taken over and stays as a proof."))
