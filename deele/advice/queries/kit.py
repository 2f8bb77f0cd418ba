"""What can be put below an answer: who helps near the place, what exists and happens there, what pays for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from deele.advice.enums import Topic
from deele.core.addresses import address
from deele.directory.queries import around as directory
from deele.events.queries import around as events
from deele.mail.kinds import Wish, sources
from deele.office.enums import Theme

MOST_HELPERS, MOST_ENTRIES, MOST_EVENTS, MOST_PROGRAMMES = 4, 5, 3, 4
MONEY = (Topic.FUNDING, Topic.MONEY)
LIBRARY, MOST_FROM_LIBRARY = ("articles", "examples"), 4
# Which themes of the library stand for a topic of advice; a topic without one gets what is newest on nothing.
THEMES: dict[str, tuple[str, ...]] = {
    Topic.START: (Theme.HOUSING,),
    Topic.GROUP: (Theme.HOUSING, Theme.PARTICIPATION),
    Topic.CONCEPT: (Theme.HOUSING,),
    Topic.OBJECT: (Theme.REUSE, Theme.INNER, Theme.LAND),
    Topic.LAW: (Theme.COOPERATIVE,),
    Topic.FUNDING: (Theme.FUNDING,),
    Topic.MONEY: (Theme.FUNDING,),
    Topic.BUILDING: (Theme.ACCESS,),
    Topic.CARE: (Theme.CARE, Theme.DEMENTIA),
    Topic.NEIGHBOURHOOD: (Theme.NEIGHBOURHOOD, Theme.VOLUNTEERING),
    Topic.MUNICIPALITY: (Theme.STEERING, Theme.RURAL),
    Topic.ADAPTING: (Theme.ACCESS,),
    Topic.LIVING: (Theme.HOUSING,),
}


@dataclass(frozen=True)
class Item:
    """Something to hand out; `ref` is its path in this house, which nobody can forge into another one."""

    ref: str
    title: str
    note: str = ""

    @property
    def label(self) -> str:
        """Title and note on one line."""
        return f"{self.title} ({self.note})" if self.note else self.title


def items(place: Any, topic: str, now: datetime) -> list[Item]:
    """What fits the place and the topic, each once."""
    found: dict[str, Item] = {}
    for item in [*(near(place, now) if place else []), *(money() if topic in MONEY else []), *read_on(topic)]:
        found.setdefault(item.ref, item)
    return list(found.values())


def near(place: Any, now: datetime) -> list[Item]:
    """Who is responsible for the place, what lies in it and around it, which events come there."""
    today = timezone.localdate(now)
    helpers = directory.helpers(place)[:MOST_HELPERS]
    around = directory.around(place, today)
    cards = [*around.here, *around.near][:MOST_ENTRIES]
    dates = events.at_place(place, now)[:MOST_EVENTS]
    return [
        *(Item(one.entry.get_absolute_url(), one.entry.title, one.for_place) for one in helpers),
        *(Item(card.href, card.title, card.place) for card in cards),
        *(Item(line.href, line.title, line.when) for line in dates),
    ]


def money() -> list[Item]:
    """Funding programmes, where the house keeps any."""
    if "funding" not in sources:
        return []
    pieces = sources.get("funding").pieces(Wish(limit=MOST_PROGRAMMES), timezone.localdate())
    return [Item(piece.url, piece.title, piece.when) for piece in pieces]


def read_on(topic: str) -> list[Item]:
    """Articles and good examples on the topic, where the library holds any."""
    wanted, found = set(THEMES.get(topic, ())), []
    for key in LIBRARY:
        pieces = sources.get(key).pieces(Wish(), timezone.localdate()) if wanted and key in sources else []
        fitting = [piece for piece in pieces if wanted & set(piece.topics)]
        found += [Item(piece.url, piece.title, piece.when) for piece in fitting[:MOST_FROM_LIBRARY]]
    return found


def below(chosen: list[Item]) -> str:
    """The chosen ones as lines below an answer, each with its whole address."""
    return "\n\n".join(f"{item.label}\n{address(item.ref)}" for item in chosen)
