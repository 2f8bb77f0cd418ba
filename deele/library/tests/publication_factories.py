"""Publications for tests: plain functions, no surprises."""

import io
from datetime import UTC, datetime
from typing import Any

from deele.library.actions import files, publications, reading
from deele.library.enums.publication import Kind, State
from deele.library.models import Publication, PublicationFile

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SUMMARY = "Wie Gemeinden mit leeren Häusern umgehen.\n\nMit Beispielen und einer Liste der nächsten Schritte."


def publication(title: str = "Leitfaden Muster", *, state: str = State.PUBLISHED, **values: Any) -> Publication:
    """A publication in a state, brought there by the moves."""
    authors = values.pop("authors", ["Büro Muster"])
    base = {"kind": Kind.GUIDE, "summary": SUMMARY, "line": "Leere Häuser wieder füllen.", "year": 2024}
    made = publications.create(values={"title": title, **base, **values}, authors=authors, by=None, now=NOW)
    if state != State.DRAFT:
        made = publications.move(publication=made, to=State.PUBLISHED, by=None, now=NOW)
    if state == State.WITHDRAWN:
        made = publications.move(publication=made, to=State.WITHDRAWN, by=None, now=NOW)
    return made


def a_file(of: Publication, content: bytes, *, read: bool = True, **values: Any) -> PublicationFile:
    """A file of a publication, read as the job reads it."""
    words = {"title": "", "language": "de", **values}
    kept = files.add(publication=of, file=io.BytesIO(content), by=None, now=NOW, **words)
    if read and kept.is_pdf:
        kept = reading.read(file=kept, now=NOW, stopping=lambda: False)
    return kept
