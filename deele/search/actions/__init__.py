"""Writing the index. Everything happens in the caller's transaction: record and index never differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from deele.search.actions import rebuilding, writing
from deele.search.kinds import Document

CHUNK = 1000
MANY = 5000  # from here on a renumbering writes the full-text part in one go


@transaction.atomic
def index(document: Document) -> None:
    """Put one document in, or in place of what was there under its reference.

    Do this last in an action: it locks the source's state until the transaction ends.
    """
    writing.put(document.source, [document])


@transaction.atomic
def index_many(documents: Iterable[Document]) -> int:
    """Put many documents in; returns how many. Sources that grew much are dealt out anew in Z-order."""
    written: Counter[str] = Counter()
    seen: set[str] = set()
    for chunk in _chunks(documents):
        for source in {document.source for document in chunk}:
            mine = [document for document in chunk if document.source == source]
            written[source] += len(mine)
            writing.put(source, mine, searchable=written[source] < MANY, seen=seen)
    for source, count in written.items():
        if count >= MANY or rebuilding.is_due(source):
            rebuilding.renumber(source)
    return written.total()


@transaction.atomic
def forget(source: str, ref: str) -> None:
    """Take one document out; nothing happens when it is not in."""
    writing.take_out(source, [ref])


@transaction.atomic
def touch(source: str) -> None:
    """Say that pages showing something of this source are others now, although no document is: a file more, a seat
    less. Finished pages kept for strangers go by the version (website.middleware). Do this last in an action."""
    writing.raised(writing.locked(source))


@transaction.atomic
def rebuild(source: str, documents: Iterable[Document] | None = None) -> None:
    """Deal the rows of a source out anew in Z-order, with compounds split by today's vocabulary.

    With `documents` the source holds exactly these afterwards. A job does this daily and after large imports.
    """
    if documents is not None:
        rebuilding.clear(source)
        seen: set[str] = set()
        for chunk in _chunks(documents):
            writing.put(source, chunk, searchable=False, seen=seen)
    rebuilding.renumber(source)


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    waiting = iter(documents)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk
