"""Files of what took place: looked at before they are kept, as groups and events do; gone when they are taken out."""

from datetime import datetime
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from deele.core import uploads
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.events.actions.documents import safe_file
from deele.jointactions.actions import parts
from deele.jointactions.actions.pictures import SMALL, later
from deele.jointactions.models import JointAction, Material

MOST = 60


class TooMany(Refusal):
    """An action is no archive."""

    code = "too-many"


@transaction.atomic
def save(*, form: Any, by: Any, now: datetime) -> Material:
    """Write a part of the documentation; a file that came takes the place of the one before.

    Pictures are drawn anew without camera and place. Raises core.uploads.BadUpload, TooMany, versions.Conflict.
    """
    row: Material = form.instance
    JointAction.objects.select_for_update().get(pk=row.action_id)
    if row.pk is None and Material.objects.filter(action=row.action_id).count() >= MOST:
        raise TooMany(_("This action has %(number)s parts of documentation. Please take one out first.") % {
            "number": MOST})  # fmt: skip
    upload = form.cleaned_data.get("upload")
    old = [(kept.storage, str(kept.name)) for kept in (row.file, row.small) if kept] if upload else []
    if upload:
        keep(row, upload)
    parts.save(form=form, by=by, now=now)
    for storage, name in old:
        later(storage, name)
    return row


def keep(row: Material, upload: IO[bytes]) -> None:
    """Put the file beside the row; of a photo also the smaller one. Raises core.uploads.BadUpload."""
    extension, content = safe_file(upload, is_photo=row.is_photo)
    name = f"{row.action_id}-{slug(row.title, 40)}-{get_random_string(8)}"
    row.file.save(f"{name}.{extension}", ContentFile(content), save=False)
    row.size = len(content)
    if row.is_photo:
        width = uploads.size_of(content)[0]
        small = uploads.at_width(content, min(SMALL, width))
        row.small.save(f"{name}-klein.webp", ContentFile(small), save=False)


@transaction.atomic
def remove(*, row: Material, by: Any, now: datetime) -> None:
    """Take it out; its files leave the store once the transaction holds."""
    kept = [(file.storage, str(file.name)) for file in (row.file, row.small) if file]
    parts.remove(row=row, by=by, now=now)
    for storage, name in kept:
        later(storage, name)
