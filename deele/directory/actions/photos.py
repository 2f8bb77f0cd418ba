"""Taking pictures in and out."""

from datetime import datetime
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import uploads
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.directory import enums
from deele.directory.actions.entries import may_edit
from deele.directory.models import Entry, Photo

MOST = 12


class TooMany(Refusal):
    """An entry has room for a dozen pictures."""

    code = "too-many"


@transaction.atomic
def add(*, entry: Entry, file: IO[bytes], words: dict[str, Any], by: Any, now: datetime) -> Photo:
    """Keep a picture, drawn anew without camera and place data. `words`: alt, caption, credit, released.

    Raises uploads.BadUpload, TooMany, NotAllowed.
    """
    may_edit(by, entry)
    rank = entry.photos.count()
    if rank >= MOST:
        raise TooMany(_("This entry already has a dozen pictures. Please take one out first."))
    picture = uploads.clean_image(file)
    name = f"{slug(entry.title, 40)}-{entry.pk}.{picture.extension}"
    photo = Photo(entry=entry, rank=rank, width=picture.width, height=picture.height, **words)
    photo.image.save(name, ContentFile(picture.content), save=True)
    audit.record(enums.PHOTO_ADDED, by=by, about=entry, now=now, data={"photo": photo.pk})
    return photo


@transaction.atomic
def remove(*, photo: Photo, by: Any, now: datetime) -> None:
    """Take a picture out; the file goes once the transaction holds. Raises NotAllowed."""
    may_edit(by, photo.entry)
    audit.record(enums.PHOTO_REMOVED, by=by, about=photo.entry, now=now, data={"photo": photo.pk})
    storage, name = photo.image.storage, str(photo.image.name)
    photo.delete()
    transaction.on_commit(lambda: storage.delete(name))
