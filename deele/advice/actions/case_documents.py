"""Files of a case: judged by their content, kept in private storage, handed out as downloads only."""

import io
import zipfile
from datetime import datetime
from functools import partial
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.enums import LineKind
from deele.advice.models import Case, CaseDocument
from deele.audit import actions as audit
from deele.core import file_signs, uploads
from deele.core.text import slug

LARGEST = 15 * 1024 * 1024
OPEN_FORM = "application/vnd.oasis.opendocument"
OFFICE_FORM = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "txt": "text/plain; charset=utf-8",
    "docx": f"{OFFICE_FORM}.wordprocessingml.document",
    "xlsx": f"{OFFICE_FORM}.spreadsheetml.sheet",
    "pptx": f"{OFFICE_FORM}.presentationml.presentation",
    "odt": f"{OPEN_FORM}.text",
    "ods": f"{OPEN_FORM}.spreadsheet",
}
# Names inside the packed formats of office programs; a packed archive of anything else is not taken.
INSIDE = {"ppt/presentation.xml": "pptx", "word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
PICTURES = ("jpeg", "png", "webp", "gif")


@transaction.atomic
def add(*, case: Case, file: IO[bytes], name: str, by: Any, now: datetime, form: str = "") -> Any:
    """Keep a file. The same form sent twice is one file. Raises core.uploads.BadUpload, timeline.Anonymised."""
    if known := timeline.sent_before(form):
        return known.document
    timeline.check_writable(case)
    extension, content = safe(file)
    document = CaseDocument(case=case, name=named(name, extension), media_type=TYPES[extension], size=len(content))
    document.by = by
    # The name on the disk says nothing: neither of whom the file tells nor what it is about.
    document.file.save(f"{get_random_string(24)}.{extension}", ContentFile(content), save=False)
    try:
        with transaction.atomic():
            document.save()
            line: dict[str, Any] = {"detail": "neu", "document": document, "form_token": form or None}
            timeline.line(case, LineKind.DOCUMENT, by=by, now=now, **line)
            audit.record(enums.DOCUMENT_ADDED, by=by, about=case, now=now)
    except Exception:
        document.file.storage.delete(str(document.file.name))
        raise
    return document


def named(name: str, extension: str) -> str:
    """The name it is handed out under: tame, with the ending of what it really is."""
    return f"{slug(name.rpartition('.')[0] or name, 80) or 'unterlage'}.{extension}"


def safe(file: IO[bytes]) -> tuple[str, bytes]:
    """Ending and content as they may be kept; the content decides what it is. Raises core.uploads.BadUpload."""
    uploads.check_size(file, LARGEST)
    kind = file_signs.kind_of(file.read(file_signs.HEAD))
    file.seek(0)
    if kind in PICTURES:
        picture = uploads.clean_image(file)
        return picture.extension, picture.content
    content = file.read()
    extension = {"pdf": "pdf", "text": "txt"}.get(kind) or (packed(content) if kind == "zip" else "")
    if not extension:
        words = _("This is %(kind)s. Please send a PDF, a picture, a text, a Word or Excel file, or an OpenDocument.")
        raise uploads.BadUpload(words % {"kind": file_signs.NAMES[kind]}, code="no_document")
    return extension, content


def packed(content: bytes) -> str:
    """Which office program packed it; empty for anything else and for files with macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            sign = archive.read("mimetype")[:80].decode("ascii", "replace") if is_small_mimetype(archive) else ""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return ""
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        return ""
    for extension in ("odt", "ods"):
        if sign == TYPES[extension]:
            return extension
    return next((extension for name, extension in INSIDE.items() if name in names), "")


def is_small_mimetype(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument says what it is, in few bytes: nothing else is unpacked."""
    return any(one.filename == "mimetype" and one.file_size < 200 for one in archive.infolist())


@transaction.atomic
def read(*, document: CaseDocument, by: Any, now: datetime) -> bytes:
    """The content; that it was taken out is logged. Raises FileNotFoundError when it is gone from the disk."""
    with document.file.storage.open(str(document.file.name)) as file:
        content: bytes = file.read()
    audit.record(enums.DOCUMENT_READ, by=by, about=document.case, now=now, data={"document": document.pk})
    return content


@transaction.atomic
def remove(*, document: CaseDocument, by: Any, now: datetime) -> None:
    """Take it out; the file goes once the transaction holds."""
    timeline.line(document.case, LineKind.DOCUMENT, by=by, now=now, detail="entfernt")
    audit.record(enums.DOCUMENT_REMOVED, by=by, about=document.case, now=now)
    storage, name = document.file.storage, str(document.file.name)
    document.delete()
    transaction.on_commit(partial(storage.delete, name))
