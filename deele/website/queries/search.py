"""One search over places, entries, events, publications and pages."""

from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from deele.directory.queries import cards
from deele.directory.queries.documents import SOURCE as ENTRIES
from deele.events.queries import found as dated
from deele.events.queries.documents import SOURCE as EVENTS
from deele.library.queries.publication_documents import PAGES as PAGES_OF_FILES
from deele.library.queries.publication_documents import SOURCE as PUBLICATIONS
from deele.places import queries as finder
from deele.places.queries import Match
from deele.search import queries as search
from deele.search.kinds import Query

FIRST = 5
MOST_LETTERS = 120
PAGES = "website"  # the source of our pages in the index


@dataclass(frozen=True)
class Found:
    """The first hits of each group, and where all of them are."""

    places: list[Match] = field(default_factory=list)
    places_url: str = ""
    entries: list[cards.Card] = field(default_factory=list)
    entries_total: int = 0
    entries_url: str = ""
    events: list[dated.Line] = field(default_factory=list)
    events_total: int = 0
    events_url: str = ""
    publications: list[dict[str, str]] = field(default_factory=list)
    publications_url: str = ""
    in_files: int = 0
    pages: list[dict[str, str]] = field(default_factory=list)
    corrected: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no group has anything."""
        return not (self.places or self.entries or self.events or self.publications or self.in_files or self.pages)


def find(text: str, today: date) -> Found:
    """The first hits of each group; slips of the typing hand are forgiven in all of them."""
    words = text.strip()[:MOST_LETTERS]
    if not words:
        return Found()
    matches = finder.find(words, limit=FIRST + 1)
    asked_of = [Query(source=source, text=words, limit=FIRST) for source in (ENTRIES, EVENTS, PUBLICATIONS, PAGES)]
    asked_of.append(Query(source=PAGES_OF_FILES, text=words, limit=0, nearest_wanted=False))
    entries, held, works, pages, in_files = search.search_all(asked_of)
    asked = urlencode({"q": words})
    return Found(
        places=matches[:FIRST],
        places_url=f"{reverse('places:place-search')}?{asked}" if len(matches) > FIRST else "",
        entries=cards.cards(entries.hits, today),
        entries_total=entries.total,
        entries_url=f"{reverse('directory:search')}?{asked}",
        events=dated.lines(held.hits),
        events_total=held.total,
        events_url=f"{reverse('events:calendar')}?{asked}",
        publications=[hit.data for hit in works.hits],
        publications_url=f"{reverse('library:list')}?{asked}",
        in_files=len(in_files.facets.get("publication", [])),
        pages=[hit.data for hit in pages.hits],
        corrected=entries.corrected or held.corrected or works.corrected or pages.corrected or "",
    )
