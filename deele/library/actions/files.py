"""Files of publications: taken in by what they hold, read in a job, given out by a door."""

import hashlib
import io
import zipfile
from datetime import date, datetime
from functools import partial
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import file_signs, uploads
from deele.core.errors import Refusal
from deele.library.actions import publication_index as indexing
from deele.library.enums import publication as enums
from deele.library.enums.publication import FileState
from deele.library.models import DownloadDay, PageText, Publication, PublicationFile

LARGEST = 60 * 1024 * 1024
MOST = 20
# The one file inside a packed format that tells which program made it.
INSIDE = {
    "word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx",
    "META-INF/container.xml": "epub",
}  # fmt: skip


class TooMany(Refusal):
    """More files than a page can show."""

    code = "too_many"


class SameFile(Refusal):
    """The very same file is there."""

    code = "same_file"


@transaction.atomic
def add(
    *, publication: Publication, file: IO[bytes], title: str, language: str, by: Any, now: datetime
) -> PublicationFile:
    """Keep a file; a PDF waits to be read. Raises uploads.BadUpload, TooMany, SameFile."""
    kind, content = safe_file(file)
    row = Publication.objects.select_for_update().get(pk=publication.pk)
    if row.files.count() >= MOST:
        raise TooMany(_("There are %(number)s files already. Please take one out first.") % {"number": MOST})
    print_of = hashlib.sha256(content).hexdigest()
    known = row.files.filter(sha256=print_of).first()
    if known is not None and known.state != FileState.REFUSED:
        raise SameFile(_("This very file is there already."))
    if known is not None:
        known.delete()
    kept = PublicationFile(
        publication=row, title=title, language=language, kind=kind, size=len(content), sha256=print_of, by=by,
        rank=row.files.count(), state=FileState.WAITING if kind == "pdf" else FileState.READY,
    )  # fmt: skip
    kept.file.save(kept.file_name, ContentFile(content), save=False)
    kept.save()
    audit.record(enums.FILE_ADDED, by=by, about=row, now=now)
    indexing.touched()
    return kept


def safe_file(file: IO[bytes]) -> tuple[str, bytes]:
    """What it is and its content; the content decides, never the name. Raises uploads.BadUpload."""
    uploads.check_size(file, LARGEST)
    sign = file_signs.kind_of(file.read(file_signs.HEAD))
    file.seek(0)
    content = file.read()
    if sign == "pdf":
        return "pdf", content
    if sign == "zip" and (kind := packed(content)):
        return kind, content
    raise uploads.BadUpload(
        _("This is %(kind)s. Please send a PDF, Word, PowerPoint, Excel or EPUB file without macros.")
        % {"kind": file_signs.NAMES[sign]},
        code="no_document",
    )


def packed(content: bytes) -> str:
    """Which program packed it; empty for anything else and for files with macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return ""
    if any(name.endswith("vbaProject.bin") for name in names):
        return ""
    return next((kind for name, kind in INSIDE.items() if name in names), "")


@transaction.atomic
def remove(*, file: PublicationFile, by: Any, now: datetime) -> None:
    """Take a file out; its content goes once the transaction holds."""
    refs = [str(key) for key in PageText.objects.filter(file=file).values_list("pk", flat=True)]
    storage, name = file.file.storage, str(file.file.name or "")
    publication = file.publication
    file.delete()
    audit.record(enums.FILE_REMOVED, by=by, about=publication, now=now)
    indexing.forget_pages(refs)
    indexing.touched()
    if name:
        transaction.on_commit(partial(storage.delete, name))


def fetched(*, file: PublicationFile, today: date) -> None:
    """Somebody fetched it: counted by day, nothing else is kept."""
    with transaction.atomic():
        PublicationFile.objects.filter(pk=file.pk).update(downloads=F("downloads") + 1)
        DownloadDay.objects.get_or_create(file=file, day=today)
        DownloadDay.objects.filter(file=file, day=today).update(number=F("number") + 1)
