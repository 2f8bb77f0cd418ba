"""Bringing the search index to the state of a publication."""

from collections.abc import Iterator
from itertools import islice

from deele.library.models import PageText, Publication
from deele.library.queries import publication_documents as documents
from deele.search import actions as search
from deele.search.kinds import Document

BATCH = 25  # pages written in one transaction, so that nobody waits long for a turn


def update(publication: Publication) -> None:
    """The publication itself, last in an action. Its pages follow in a job; page hits of what is not public are
    left out when somebody asks, so nothing is seen in between."""
    if publication.is_public:
        search.index(documents.document(publication))
    else:
        search.forget(documents.SOURCE, str(publication.pk))


def touched() -> None:
    """A page of a publication is another one now, though its document is not: files, stock."""
    search.touch(documents.SOURCE)


def update_pages(publication: Publication) -> int:
    """The pages of a publication, in small transactions; returns how many are in the index. May begin again."""
    if not publication.is_public:
        return forget_pages(list(page_refs(publication)))
    waiting, written = documents.pages(publication), 0
    for batch in _batches(waiting):
        written += search.index_many(batch)
    return written


def forget_pages(refs: list[str]) -> int:
    """Take pages out; returns how many are left of these, which is none."""
    for ref in refs:
        search.forget(documents.PAGES, ref)
    return 0


def page_refs(publication: Publication) -> Iterator[str]:
    """The references of its pages."""
    keys = PageText.objects.filter(file__publication=publication).values_list("pk", flat=True)
    return (str(key) for key in keys)


def rebuild() -> int:
    """Write the publications anew, with today's vocabulary; returns how many. Pages stay as they are."""
    search.rebuild(documents.SOURCE, documents.all_documents())
    return Publication.objects.public().count()


def deal_pages_anew() -> None:
    """Split the compounds of the pages by today's vocabulary: a word learned later finds older pages too."""
    search.rebuild(documents.PAGES)


def _batches(rows: Iterator[Document]) -> Iterator[list[Document]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
