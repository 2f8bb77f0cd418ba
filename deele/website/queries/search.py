"""One search over places, entries, events, publications, the alliance and pages."""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from deele.alliance.queries import listing
from deele.alliance.queries.documents import SOURCE as MEMBERS
from deele.directory.queries import cards
from deele.directory.queries.documents import SOURCE as ENTRIES
from deele.events.queries import found as dated
from deele.events.queries.documents import SOURCE as EVENTS
from deele.groups.queries import everywhere as of_groups
from deele.groups.queries.elsewhere import SOURCE as GROUPS
from deele.jointactions.models import JointAction
from deele.jointactions.queries.documents import SOURCE as ACTIONS
from deele.library.queries.knowledge_documents import SOURCE as KNOWLEDGE
from deele.library.queries.publication_documents import PAGES as PAGES_OF_FILES
from deele.library.queries.publication_documents import SOURCE as PUBLICATIONS
from deele.places import queries as finder
from deele.places.queries import Match
from deele.search import queries as search
from deele.search.kinds import Query, Result

FIRST = 5
MOST_LETTERS = 120
PAGES = "website"  # the source of our pages in the index
SOURCES = (ENTRIES, EVENTS, PUBLICATIONS, KNOWLEDGE, MEMBERS, GROUPS, ACTIONS, PAGES)
Lines = list[dict[str, str]]


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
    publications: Lines = field(default_factory=list)
    publications_url: str = ""
    in_files: int = 0
    knowledge: Lines = field(default_factory=list)
    members: Lines = field(default_factory=list)
    members_url: str = ""
    groups: Lines = field(default_factory=list)
    decided: Lines = field(default_factory=list)
    meeting: Lines = field(default_factory=list)
    actions: Lines = field(default_factory=list)
    pages: Lines = field(default_factory=list)
    corrected: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no group has anything."""
        of_the_library = (self.publications, self.in_files, self.knowledge)
        of_the_alliance = (self.members, self.groups, self.decided, self.meeting, self.actions)
        return not any((self.places, self.entries, self.events, *of_the_library, *of_the_alliance, self.pages))


def find(text: str, now: datetime) -> Found:
    """The first hits of each group; slips of the typing hand are forgiven where the index is asked."""
    words, today = text.strip()[:MOST_LETTERS], timezone.localdate(now)
    if not words:
        return Found()
    matches = finder.find(words, limit=FIRST + 1)
    asked_of = [Query(source=source, text=words, limit=FIRST) for source in SOURCES]
    asked_of.append(Query(source=PAGES_OF_FILES, text=words, limit=0, nearest_wanted=False))
    *answers, in_files = search.search_all(asked_of)
    of = dict(zip(SOURCES, answers, strict=True))
    asked = urlencode({"q": words})
    return Found(
        places=matches[:FIRST],
        places_url=f"{reverse('places:place-search')}?{asked}" if len(matches) > FIRST else "",
        entries=cards.cards(of[ENTRIES].hits, today),
        entries_total=of[ENTRIES].total,
        entries_url=f"{reverse('directory:search')}?{asked}",
        events=dated.lines(of[EVENTS].hits),
        events_total=of[EVENTS].total,
        events_url=f"{reverse('events:calendar')}?{asked}",
        publications=[hit.data for hit in of[PUBLICATIONS].hits],
        publications_url=f"{reverse('library:list')}?{asked}",
        in_files=len(in_files.facets.get("publication", [])),
        knowledge=[hit.data for hit in of[KNOWLEDGE].hits],
        members=[listing.card(hit) for hit in of[MEMBERS].hits],
        members_url=f"{reverse('alliance:members')}?{asked}" if of[MEMBERS].total > FIRST else "",
        groups=groups(of[GROUPS]),
        decided=of_groups.decided(words, FIRST),
        meeting=of_groups.meeting(words, now, FIRST),
        actions=actions(of[ACTIONS]),
        pages=[hit.data for hit in of[PAGES].hits],
        corrected=next((one.corrected for one in answers if one.corrected), ""),
    )


def groups(found: Result) -> Lines:
    """Working groups that are public now."""
    still = of_groups.public(hit.ref for hit in found.hits)
    return [hit.data for hit in found.hits if hit.ref in still]


def actions(found: Result) -> Lines:
    """Joint actions that are public now."""
    refs = [hit.ref for hit in found.hits]
    still = {str(pk) for pk in JointAction.objects.public().filter(pk__in=refs).values_list("pk", flat=True)}
    return [hit.data for hit in found.hits if hit.ref in still]
