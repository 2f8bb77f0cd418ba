"""What a PDF may carry that does something: scripts, programs to start, files inside it, films.

Such a file is refused, not stripped: taking parts out changes the tags and the signature of a file, and whoever
published it would no longer know what it is. The answer names what was found and how to save it without.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

MOST = 50_000  # bookmarks, form fields, steps of a chain that are looked at
ACTIONS = {"/JavaScript": "script", "/Rendition": "media", "/Launch": "launch", "/ImportData": "launch"}
ANNOTATIONS = {
    "/FileAttachment": "attachment", "/RichMedia": "media", "/Movie": "media", "/Sound": "media", "/Screen": "media",
    "/3D": "media",
}  # fmt: skip


def of_document(reader: PdfReader) -> str:
    """What is found outside the pages: a key of PROBLEMS, or nothing."""
    root = plain(reader.trailer["/Root"])
    names = plain(root.get("/Names")) or {}
    if names.get("/JavaScript") is not None:
        return "script"
    if names.get("/EmbeddedFiles") is not None or plain(root.get("/AF")):
        return "attachment"
    form = plain(root.get("/AcroForm")) or {}
    if form.get("/XFA") is not None:
        return "script"
    return (
        _of_action(root.get("/OpenAction"))
        or _of_triggers(root.get("/AA"))
        or _first(_of_action(one.get("/A")) for one in _chain(root.get("/Outlines"), ("/First", "/Next")))
        or _first(_of_widget(one) for one in _chain(form.get("/Fields"), ("/Kids",)))
    )


def of_page(page: PageObject) -> str:
    """What is found on a page: a key of PROBLEMS, or nothing."""
    if found := _of_triggers(page.get("/AA")):
        return found
    for one in islice(plain(page.get("/Annots")) or [], MOST):
        note = plain(one)
        if not isinstance(note, dict):
            continue
        found = ANNOTATIONS.get(str(note.get("/Subtype")), "") or _of_widget(note)
        if found:
            return found
    return ""


def plain(value: Any) -> Any:
    """The object itself where a reference stands."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def _of_widget(one: dict[str, Any]) -> str:
    return _of_action(one.get("/A")) or _of_triggers(one.get("/AA"))


def _of_triggers(value: Any) -> str:
    """An /AA dictionary: an action for each occasion."""
    triggers = plain(value)
    return _first(_of_action(action) for action in triggers.values()) if isinstance(triggers, dict) else ""


def _of_action(value: Any) -> str:
    """An action and those that follow it."""
    return _first(
        "script" if "/JS" in one else ACTIONS.get(str(one.get("/S")), "") for one in _chain(value, ("/Next",))
    )


def _first(found: Iterator[str]) -> str:
    return next((one for one in found if one), "")


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
