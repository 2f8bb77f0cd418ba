"""Events as lines of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from deele.events.enums import Format, OfficeRole
from deele.events.models import Event
from deele.events.queries import status, words
from deele.events.queries.room import rooms
from deele.events.queries.words import Leaf
from deele.events.rules.places import Room


@dataclass(frozen=True)
class Card:
    """What a list shows of an event."""

    pk: int
    title: str
    href: str
    kind: str
    leaf: Leaf
    when: str
    where: str
    line: str
    note: status.Note
    host: str
    accent: str
    distance: str
    is_off: bool


def card(event: Event, room: Room, now: datetime, km: float | None = None) -> Card:
    """An event as a card. Its days are fetched already."""
    days = list(event.days.all())
    return Card(
        pk=event.pk,
        title=event.full_title,
        href=event.get_absolute_url(),
        kind=kind(event),
        leaf=words.leaf(days, timezone.localdate(now)),
        when=words.of_days(days),
        where=words.where(event),
        line=event.short_text,
        note=status.note(event, room, now),
        host=event.host if event.role != OfficeRole.ORGANISER else "",
        accent=event.area.colour if event.area else "",
        distance=distance(km),
        is_off=event.state in status.OFF_STATES,
    )


def kind(event: Event) -> str:
    """What it is, and that it is online too where the name does not say so."""
    label = str(event.get_kind_display())
    shown = event.format != Format.ON_SITE and "online" not in label.lower()
    return f"{label} · {event.get_format_display()}" if shown else label


def distance(km: float | None) -> str:
    """How far, as a person says it."""
    if km is None:
        return ""
    return _("less than 1 km") if km < 1 else _("%(number)s km away") % {"number": round(km)}


def cards(events: Iterable[Event], now: datetime) -> list[Card]:
    """Events with the places left today."""
    found = list(events)
    left = rooms(found)
    return [card(event, left[event.pk], now) for event in found]
