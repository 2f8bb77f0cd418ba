"""One search over places, entries and pages."""

from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from deele.directory.queries import cards
from deele.directory.queries.documents import SOURCE as ENTRIES
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
    pages: list[dict[str, str]] = field(default_factory=list)
    corrected: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no group has anything."""
        return not (self.places or self.entries or self.pages)


def find(text: str, today: date) -> Found:
    """The first hits of each group; slips of the typing hand are forgiven in all three."""
    words = text.strip()[:MOST_LETTERS]
    if not words:
        return Found()
    matches = finder.find(words, limit=FIRST + 1)
    entries = search.search(Query(source=ENTRIES, text=words, limit=FIRST))
    pages = search.search(Query(source=PAGES, text=words, limit=FIRST))
    asked = urlencode({"q": words})
    return Found(
        places=matches[:FIRST],
        places_url=f"{reverse('places:place-search')}?{asked}" if len(matches) > FIRST else "",
        entries=cards.cards(entries.hits, today),
        entries_total=entries.total,
        entries_url=f"{reverse('directory:search')}?{asked}",
        pages=[hit.data for hit in pages.hits],
        corrected=entries.corrected or pages.corrected or "",
    )
