"""What is left of an event: files, photos and links. Public only with cleared rights, by a switch."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import file_signs, pdf_dangers, uploads
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.events import enums
from deele.events.actions import planning
from deele.events.enums import DocumentKind
from deele.events.models import Document, Event
from deele.events.rules import pictures

LARGEST = 20 * 1024 * 1024
MOST = 60
PICTURES = ("jpeg", "png", "webp", "gif")
# Names inside the packed formats of office programs; a packed archive of anything else is not taken.
INSIDE = {"ppt/presentation.xml": "pptx", "word/document.xml": "docx", "xl/workbook.xml": "xlsx"}


class RightsFirst(Refusal):
    """Nothing becomes public whose rights are not cleared."""

    code = "rights"


class Missing(Refusal):
    """A document needs a file or an address; a photo needs words."""

    code = "missing"


@transaction.atomic
def add(*, event: Event, file: IO[bytes] | None, words: Mapping[str, Any], by: Any, now: datetime) -> Document:
    """Keep a document. `words`: kind, title, url, alt, credit, rights_cleared, released.

    Pictures are drawn anew without camera and place data. Raises planning.NotAllowed, uploads.BadUpload,
    Missing, RightsFirst.
    """
    planning.check_allowed(by, event)
    check(words, has_file=file is not None)
    document = Document(event=event, rank=event.documents.count(), **words)
    if document.rank >= MOST:
        raise Missing(_("This event has %(number)s documents already. Please take one out first.") % {"number": MOST})
    if file is not None:
        keep_file(document, file)
    document.save()
    audit.record(enums.DOCUMENT_ADDED, by=by, about=event, now=now, data={"title": document.title})
    return document


def keep_file(document: Document, file: IO[bytes]) -> None:
    """Keep the file; a photo also in the smaller sizes, beside it. Raises uploads.BadUpload."""
    is_photo = document.kind == DocumentKind.PHOTO
    extension, content = safe_file(file, is_photo=is_photo)
    name = f"{document.event_id}-{slug(document.title, 50)}.{extension}"
    document.file.save(name, ContentFile(content), save=False)
    if is_photo:
        document.width, document.height = uploads.size_of(content)
        for width in pictures.widths_of(document.width):
            small = pictures.variant_name(str(document.file.name), width)
            document.file.storage.save(small, ContentFile(uploads.at_width(content, width)))


def check(words: Mapping[str, Any], *, has_file: bool) -> None:
    """Raises Missing, RightsFirst."""
    if words["kind"] == DocumentKind.LINK and not words.get("url"):
        raise Missing(_("Please give the address of the link."))
    if words["kind"] != DocumentKind.LINK and not has_file:
        raise Missing(_("Please choose a file."))
    if words["kind"] == DocumentKind.PHOTO and not (words.get("alt") and words.get("credit")):
        raise Missing(_("A photo needs a sentence for those who cannot see it, and the name of who took it."))
    check_rights(released=words.get("released", False), cleared=words.get("rights_cleared", False))


def check_rights(*, released: bool, cleared: bool) -> None:
    """Raises RightsFirst."""
    if released and not cleared:
        raise RightsFirst(_("It can become public only when the rights are cleared. Please clear them first."))


def safe_file(file: IO[bytes], *, is_photo: bool) -> tuple[str, bytes]:
    """Extension and content as they may be kept; what it is decides the content, never the name."""
    uploads.check_size(file, LARGEST)
    kind = file_signs.kind_of(file.read(file_signs.HEAD))
    file.seek(0)
    if is_photo or kind in PICTURES:
        picture = uploads.clean_image(file)
        return picture.extension, picture.content
    content = file.read()
    extension = "pdf" if kind == "pdf" else packed(content) if kind == "zip" else ""
    if not extension:
        raise uploads.BadUpload(
            _("This is %(kind)s. Please send a PDF, a PowerPoint, Word or Excel file, or a picture.")
            % {"kind": file_signs.NAMES[kind]},
            code="no_document",
        )
    if extension == "pdf" and (found := pdf_dangers.program_in(content)):
        raise uploads.BadUpload(" ".join(map(str, pdf_dangers.WORDS[found])), code=found)
    return extension, content


def packed(content: bytes) -> str:
    """Which office program packed it; empty for anything else and for files with macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return ""
    if any(name.endswith("vbaProject.bin") for name in names):
        return ""
    return next((extension for name, extension in INSIDE.items() if name in names), "")


@transaction.atomic
def release(*, document: Document, released: bool, rights_cleared: bool, by: Any, now: datetime) -> Document:
    """Show it to everybody, or no longer. Raises planning.NotAllowed, RightsFirst."""
    planning.check_allowed(by, document.event)
    check_rights(released=released, cleared=rights_cleared)
    document.released, document.rights_cleared = released, rights_cleared
    document.version += 1
    document.save(update_fields=["released", "rights_cleared", "version", "updated_at"])
    data = {"title": document.title, "released": released}
    audit.record(enums.DOCUMENT_RELEASED, by=by, about=document.event, now=now, data=data)
    return document


@transaction.atomic
def remove(*, document: Document, by: Any, now: datetime) -> None:
    """Take it out; the file goes once the transaction holds. Raises planning.NotAllowed."""
    planning.check_allowed(by, document.event)
    audit.record(enums.DOCUMENT_REMOVED, by=by, about=document.event, now=now, data={"title": document.title})
    storage, name = document.file.storage, str(document.file.name or "")
    small = [pictures.variant_name(name, width) for width in pictures.widths_of(document.width)]
    document.delete()
    for one in filter(None, [name, *small]):
        transaction.on_commit(partial(storage.delete, one))
