"""That somebody read an enquiry, or opened a file of it, is written down."""

from datetime import datetime
from typing import Any

from deele.advice.enums import enquiries as words
from deele.advice.models import Enquiry, EnquiryFile
from deele.audit import actions as audit


def look(*, enquiry: Enquiry, by: Any, now: datetime) -> None:
    """The page was opened."""
    audit.record(words.LOOKED_AT, by=by, about=enquiry, now=now)


def open_file(*, file: EnquiryFile, by: Any, now: datetime) -> bytes:
    """The content, as it came."""
    audit.record(words.FILE_READ, by=by, about=file.enquiry, now=now, data={"file": file.pk})
    return bytes(file.content)
