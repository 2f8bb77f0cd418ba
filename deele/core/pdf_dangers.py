"""What a PDF may carry that does something: scripts, programs to start, files inside it, films.

Such a file is refused, not stripped: taking parts out changes the tags and the signature of a file, and whoever
published it would no longer know what it is. The answer names what was found and how to save it without.
"""

import io
import time
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

WORDS: dict[str, tuple[Promise, Promise]] = {  # what was found, what to do
    "script": (
        _("The PDF holds a script (a small program)."),
        _("We do not hand on programs. Please print the document into a new PDF or export it without form functions."),
    ),
    "launch": (
        _("The PDF would start another program or fetch data."),
        _("We do not hand that on. Please remove the button or link and save the PDF anew."),
    ),
    "attachment": (
        _("There are other files inside the PDF."),
        _("Nobody sees them and they may be anything. Please take them out and upload them as files of their own."),
    ),
    "media": (
        _("The PDF holds a film, a sound or a three-dimensional object."),
        _("Most devices do not show them. Please take them out and link to the film instead."),
    ),
}
PROGRAMS = ("script", "launch")
# What a broken file makes a parser raise, beside pypdf's own errors.
BROKEN = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError,
    AssertionError, NotImplementedError, ZeroDivisionError, EOFError, MemoryError,
)  # fmt: skip
LONGEST_LOOK = 5  # seconds somebody waits for the answer

MOST = 50_000  # bookmarks, form fields, steps of a chain that are looked at
ACTIONS = {"/JavaScript": "script", "/Rendition": "media", "/Launch": "launch", "/ImportData": "launch"}
ANNOTATIONS = {
    "/FileAttachment": "attachment", "/RichMedia": "media", "/Movie": "media", "/Sound": "media", "/Screen": "media",
    "/3D": "media",
}  # fmt: skip


def program_in(content: bytes) -> str:
    """Whether a PDF would run something on the computer of who opens it: "script", "launch", or nothing.

    For files handed on as they are. What can't be read (damaged, locked) is not judged, and of a very long one no more
    than fits into LONGEST_LOOK.
    """
    began = time.monotonic()
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return ""
        for found in chain([in_document(reader)], map(in_page, reader.pages)):
            if program := next((one for one in found if one in PROGRAMS), ""):
                return program
            if time.monotonic() - began > LONGEST_LOOK:
                break
    except BROKEN:
        return ""
    return ""


def of_document(reader: PdfReader) -> str:
    """The first thing found outside the pages: a key of WORDS, or nothing."""
    return next(in_document(reader), "")


def of_page(page: PageObject) -> str:
    """The first thing found on a page: a key of WORDS, or nothing."""
    return next(in_page(page), "")


def in_document(reader: PdfReader) -> Iterator[str]:
    """Everything found outside the pages."""
    root = plain(reader.trailer["/Root"])
    names = plain(root.get("/Names")) or {}
    if names.get("/JavaScript") is not None:
        yield "script"
    if names.get("/EmbeddedFiles") is not None or plain(root.get("/AF")):
        yield "attachment"
    form = plain(root.get("/AcroForm")) or {}
    if form.get("/XFA") is not None:
        yield "script"
    yield from _of_action(root.get("/OpenAction"))
    yield from _of_triggers(root.get("/AA"))
    for one in _chain(root.get("/Outlines"), ("/First", "/Next")):
        yield from _of_action(one.get("/A"))
    for one in _chain(form.get("/Fields"), ("/Kids",)):
        yield from _of_widget(one)


def in_page(page: PageObject) -> Iterator[str]:
    """Everything found on a page."""
    yield from _of_triggers(page.get("/AA"))
    for one in islice(plain(page.get("/Annots")) or [], MOST):
        note = plain(one)
        if isinstance(note, dict):
            if found := ANNOTATIONS.get(str(note.get("/Subtype")), ""):
                yield found
            yield from _of_widget(note)


def plain(value: Any) -> Any:
    """The object itself where a reference stands."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def _of_widget(one: dict[str, Any]) -> Iterator[str]:
    yield from _of_action(one.get("/A"))
    yield from _of_triggers(one.get("/AA"))


def _of_triggers(value: Any) -> Iterator[str]:
    """An /AA dictionary: an action for each occasion."""
    triggers = plain(value)
    for action in triggers.values() if isinstance(triggers, dict) else ():
        yield from _of_action(action)


def _of_action(value: Any) -> Iterator[str]:
    """An action and those that follow it."""
    for one in _chain(value, ("/Next",)):
        if found := "script" if "/JS" in one else ACTIONS.get(str(one.get("/S")), ""):
            yield found


def _chain(start: Any, ways: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Every dictionary reached from `start` by these ways, each once."""
    waiting: list[Any] = [start]
    seen: set[int] = set()
    while waiting and len(seen) < MOST:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
        one = plain(value)
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            yield one
            waiting.extend(one[way] for way in ways if way in one)
