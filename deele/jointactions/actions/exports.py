"""Out of the house: a table of what was taken, and the photos that may be used for one purpose. Never more."""

import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import spreadsheet
from deele.jointactions import enums
from deele.jointactions.enums import GRANTED, Standing, Use
from deele.jointactions.models import JointAction, Photo, Submission

IN_MEMORY = 8 * 1024 * 1024


@transaction.atomic
def table(*, action: JointAction, by: Any, now: datetime) -> Iterator[bytes]:
    """What was taken, as CSV. Names beside the photos, no addresses. The export is logged."""
    audit.record(enums.EXPORTED, by=by, about=action, now=now, data={"what": "table"})
    return spreadsheet.write_csv(head(), rows(action))


def head() -> list[str]:
    """The heads of the columns."""
    uses = [str(use.label) for use in GRANTED]
    return [_("Number"), _("Call"), _("Name beside it"), _("Text"), _("Where"), _("Year"), _("Photos"), *uses]


def rows(action: JointAction) -> Iterator[list[Any]]:
    """One line for each submission that was taken."""
    taken = Submission.objects.filter(call__action=action, standing=Standing.TAKEN).select_related("call")
    for one in taken.prefetch_related("photos"):
        shown = sum(1 for photo in one.photos.all() if photo.image and not photo.left_out)
        granted = [_("yes") if getattr(one, column) else _("no") for column in GRANTED.values()]
        yield [one.pk, one.call.title, one.credit, one.text, one.town, one.year or "", shown, *granted]


@transaction.atomic
def pack(*, action: JointAction, use: Use, by: Any, now: datetime) -> IO[bytes]:
    """The photos cleared for this use, each asked for anew, with a list of what they show and whose name to write.

    The export is logged; it stands in a file that is gone when it is closed.
    """
    audit.record(enums.EXPORTED, by=by, about=action, now=now, data={"what": "photos", "use": use.value})
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  handed to the answer, closed there
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        lines = [put(packed, photo) for photo in cleared(action, use)]
        listed = spreadsheet.write_csv(
            [_("File"), _("Name beside it"), _("What it shows"), _("Where"), _("Year")], lines
        )
        packed.writestr("bildnachweis.csv", b"".join(listed))
    file.seek(0)
    return file


def cleared(action: JointAction, use: Use) -> Iterator[Photo]:
    """The photos this use is granted for."""
    found = Photo.objects.cleared(use).filter(submission__call__action=action)
    yield from found.select_related("submission").order_by("submission_id", "rank", "pk")


def put(packed: zipfile.ZipFile, photo: Photo) -> list[Any]:
    """One photo into the archive; its line of the list."""
    name = f"{photo.submission_id:05d}-{photo.pk}.{str(photo.image.name).rpartition('.')[2]}"
    with photo.image.open() as image:
        packed.writestr(name, image.read())
    sent = photo.submission
    return [name, sent.credit, photo.alt, sent.town, sent.year or ""]
