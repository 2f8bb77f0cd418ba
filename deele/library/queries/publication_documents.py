"""Publications and their pages as the search index sees them."""

from collections.abc import Iterator

from deele.library.enums.publication import FileState
from deele.library.models import PageText, Publication
from deele.library.queries import publication_words as words
from deele.search.kinds import Document

SOURCE, PAGES = "library", "library_pages"


def document(publication: Publication) -> Document:
    """What the index keeps of a publication: its own words. Its pages are documents of their own."""
    place = publication.place
    return Document(
        source=SOURCE,
        ref=str(publication.pk),
        title=publication.full_title,
        text=" ".join(filter(None, text_parts(publication))),
        facets={"kind": [publication.kind], "theme": list(publication.themes or [])},
        place_keys=[place.key, *place.ancestor_keys] if place else [],
        rank=0.0 if publication.year is None else min(1.0, max(0.0, (publication.year - 2000) / 60)),
        data={
            "title": publication.full_title,
            "url": publication.get_absolute_url(),
            "kind": publication.kind,
            "line": publication.line,
            "year": publication.year,
        },
    )


def text_parts(publication: Publication) -> list[str]:
    """All public words of a publication without its title."""
    return [
        str(publication.get_kind_display()),
        publication.line,
        publication.summary,
        publication.series,
        publication.publisher,
        publication.isbn,
        *(author.name for author in publication.authors.all()),
        *words.labels(publication),
    ]


def pages(publication: Publication) -> Iterator[Document]:
    """The pages of its files that hold text."""
    rows = PageText.objects.filter(file__publication=publication, file__state=FileState.READY).exclude(text="")
    for page in rows.order_by("file", "number").iterator(chunk_size=200):
        yield page_document(page, publication.pk)


def page_document(page: PageText, publication_pk: int) -> Document:
    """One page; `publication` counts the hits of each work."""
    return Document(
        source=PAGES,
        ref=str(page.pk),
        title="",
        text=page.text,
        facets={"publication": [str(publication_pk)]},
        data={"file": page.file_id, "page": page.number},
    )


def all_documents() -> Iterator[Document]:
    """Every public publication."""
    for publication in Publication.objects.public().select_related("place").prefetch_related("authors").order_by("pk"):
        yield document(publication)
