"""Reading a PDF: the text of each page, the check, in a job. May begin again at any time."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from deele.library.actions import publication_index as indexing
from deele.library.enums.publication import FileState
from deele.library.models import PageText, PdfReport, PublicationFile
from deele.library.readers import pdf
from deele.library.rules import pdf_findings

BATCH = 50  # pages written in one transaction
SIGNS_OF_A_TEXT = 20


def read(*, file: PublicationFile, now: datetime, stopping: Callable[[], bool]) -> PublicationFile:
    """Read and check it. What can't be taken is refused with its reason, and its content is deleted."""
    forget_text(file)
    try:
        with file.file.open("rb") as content:
            document = pdf.opened(content)
            lengths = keep_text(file, document, stopping)
            findings = pdf.findings(document, lengths)
    except pdf.Unreadable as error:
        return refuse(file, error.reason)
    with transaction.atomic():
        values = {
            "checked_at": now,
            "verdict": pdf_findings.verdict(findings),
            "findings": [finding.stored() for finding in findings],
        }
        PdfReport.objects.update_or_create(file=file, defaults=values)
        file.pages = len(lengths)
        has_text = any(length >= SIGNS_OF_A_TEXT for length in lengths)
        file.state, file.problem = (FileState.READY if has_text else FileState.NO_TEXT), ""
        file.save(update_fields=["pages", "state", "problem", "updated_at"])
    indexing.update_pages(file.publication)
    return file


def keep_text(file: PublicationFile, document: pdf.Opened, stopping: Callable[[], bool]) -> list[int]:
    """Write the pages in small transactions; returns the signs of text on each. Raises pdf.Unreadable."""
    lengths: list[int] = []
    waiting: list[PageText] = []
    for number, text in enumerate(pdf.texts(document, stopping=stopping), start=1):
        lengths.append(len(text))
        waiting.append(PageText(file=file, number=number, text=text))
        if len(waiting) >= BATCH:
            PageText.objects.bulk_create(waiting)
            waiting = []
    PageText.objects.bulk_create(waiting)
    return lengths


def forget_text(file: PublicationFile) -> None:
    """What an earlier reading left."""
    rows = PageText.objects.filter(file=file)
    indexing.forget_pages([str(key) for key in rows.values_list("pk", flat=True)])
    rows.delete()


def refuse(file: PublicationFile, reason: str) -> PublicationFile:
    """Not taken: the row says why, the content goes."""
    forget_text(file)
    PdfReport.objects.filter(file=file).delete()
    with transaction.atomic():
        name, storage = str(file.file.name or ""), file.file.storage
        file.state, file.problem, file.file = FileState.REFUSED, reason, ""
        file.save(update_fields=["state", "problem", "file", "updated_at"])
        if name:
            transaction.on_commit(lambda: storage.delete(name))
    return file
