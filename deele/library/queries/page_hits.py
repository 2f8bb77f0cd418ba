"""On which pages of a file the words stand, and how they read there."""

from typing import Any, NamedTuple

from deele.library.models import PageText
from deele.library.queries import publication_documents as documents
from deele.library.rules.snippets import Part, snippet
from deele.search import queries as search
from deele.search.kinds import Query

FEW, MANY = 2, 30


class PageHit(NamedTuple):
    """A page; `url` opens the file there."""

    number: int
    url: str
    parts: list[Part]


def of_publications(pks: list[int], text: str, limit: int = FEW) -> dict[int, list[PageHit]]:
    """The best pages of each publication, in the order of the pages."""
    if not text or not pks:
        return {}
    results = search.search_all(
        Query(
            documents.PAGES, text=text, facets={"publication": [str(pk)]}, limit=limit, sort="relevance",
            facets_wanted=False, nearest_wanted=False,
        )
        for pk in pks
    )  # fmt: skip
    refs = {int(hit.ref) for result in results for hit in result.hits}
    pages = PageText.objects.filter(pk__in=refs).select_related("file__publication")
    known: dict[int, Any] = {page.pk: page for page in pages}
    found = {}
    for pk, result in zip(pks, results, strict=True):
        asked = result.corrected or text
        hits = [hit_of(known[int(hit.ref)], asked) for hit in result.hits if int(hit.ref) in known]
        if hits:
            found[pk] = sorted(hits, key=lambda hit: hit.number)
    return found


def hit_of(page: PageText, asked: str) -> PageHit:
    """One page with the words around what was asked for."""
    url = f"{page.file.get_absolute_url()}#page={page.number}"
    return PageHit(page.number, url, snippet(page.text, asked))
