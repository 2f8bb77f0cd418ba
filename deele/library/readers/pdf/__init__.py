"""A PDF read page by page: its text, what could do harm in it, what shuts people out.

pypdf and not pdfium: files come from strangers, and a parser written in Python can be slow on a bad one but not be
taken over by it; it also shows the tags, which pdfium's binding does not. Measured with 800 tagged pages:
pypdf 17 s and 155 MB, pdfium 3 s and 27 MB; in the worker, where nobody waits. pypdf was here: drafthorse brings it.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from pypdf import PageObject, PdfReader

from deele.core import pdf_dangers as dangers
from deele.core.pdf_dangers import BROKEN
from deele.library.readers.pdf import barriers
from deele.library.rules.pdf_findings import Finding

MOST_PAGES = 3000
MOST_SECONDS = 20 * 60
LONGEST_PAGE = 40_000  # signs kept of a page


class Unreadable(Exception):
    """The file can't be taken. `reason` is a key of rules.pdf_findings.PROBLEMS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Opened:
    """An open PDF. `locked` says that it opens without a password but forbids things."""

    reader: PdfReader
    pages: int
    locked: bool
    fonts: barriers.Fonts = field(default_factory=barriers.Fonts)
    began: float = field(default_factory=time.monotonic)


def opened(file: IO[bytes]) -> Opened:
    """Open a PDF and look for what could do harm outside its pages. Raises Unreadable."""
    try:
        reader = PdfReader(file, strict=False)
        locked = reader.is_encrypted
        if locked and not reader.decrypt(""):
            raise Unreadable("encrypted")
        pages = len(reader.pages)
        found = dangers.of_document(reader)
    except BROKEN as error:
        raise Unreadable("broken") from error
    if found:
        raise Unreadable(found)
    if not pages:
        raise Unreadable("broken")
    if pages > MOST_PAGES:
        raise Unreadable("too_long")
    return Opened(reader, pages, locked)


def texts(document: Opened, *, stopping: Callable[[], bool]) -> Iterator[str]:
    """The text of each page in its order; that of a damaged page is empty. Raises Unreadable."""
    for page in document.reader.pages:
        if time.monotonic() - document.began > MOST_SECONDS:
            raise Unreadable("too_slow")
        if stopping():
            raise InterruptedError
        yield _text(page, document)


def _text(page: PageObject, document: Opened) -> str:
    try:
        found = dangers.of_page(page)
    except BROKEN as error:
        raise Unreadable("broken") from error
    if found:
        raise Unreadable(found)
    try:
        document.fonts.look(page)
        return page.extract_text().replace("\0", "")[:LONGEST_PAGE].strip()
    except BROKEN:
        return ""


def findings(document: Opened, lengths: list[int]) -> list[Finding]:
    """What shuts people out; `lengths` are the signs of text on each page."""
    return barriers.findings(document.reader, document.fonts, lengths, locked=document.locked)
