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

MOST_HELPERS, MOST_ENTRIES, MOST_EVENTS, MOST_PROGRAMMES = 4, 5, 3, 4
MONEY = (Topic.FUNDING, Topic.MONEY)


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
    for item in [*(near(place, now) if place else []), *(money() if topic in MONEY else [])]:
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


def below(chosen: list[Item]) -> str:
    """The chosen ones as lines below an answer, each with its whole address."""
    return "\n\n".join(f"{item.label}\n{address(item.ref)}" for item in chosen)
