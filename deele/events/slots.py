"""What events put on the pages of places and entries, and what newsletters can be built from."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.kinds import member_sections
from deele.directory.kinds.sections import sections as entry_sections
from deele.directory.models import Entry
from deele.events.enums import State
from deele.events.models import Event
from deele.events.queries import around, calendar, registering, room, status, words
from deele.events.queries import subjects as told
from deele.likeness.kinds import subjects as overlapping
from deele.mail.kinds import Piece, Wish, sources
from deele.places.models import Place
from deele.places.slots import sections as place_sections

REF = "events.event:"


class TakesPlace:
    """What takes place in a place and near it."""

    key = "events"
    rank = 30
    title = gettext_lazy("What takes place")
    template = "events/sections/place.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        found = around.at_place(place, timezone.now())
        if not found:
            return None
        return {"events": found, "place": place, "list_url": f"{reverse('events:calendar')}?ort={place.key}&umkreis=25"}


class Visits:
    """Events that go to an entry."""

    key = "visits"
    rank = 30
    title = gettext_lazy("Visited by our excursions")
    template = "events/sections/entry.html"

    def context(self, entry: Entry) -> dict[str, Any] | None:
        found = around.visiting(entry.pk, timezone.now())
        return {"events": found} if found else None


class OfMember:
    """Events a member of the alliance holds, or helps to hold."""

    key = "events"
    rank = 35
    title: Promise | str = gettext_lazy("Events")
    template = "events/sections/member.html"

    def context(self, membership: Any) -> dict[str, Any] | None:
        found = around.of_member(membership, timezone.now())
        return {"events": found} if found else None


class Events:
    """Events as pieces of a newsletter, with what is true of their places at this moment."""

    key = "events"
    title = gettext_lazy("Events")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What is still to come and fits, the soonest first."""
        now = timezone.now()
        found = around.pieces(
            now,
            since=midnight(wish.since),
            until=midnight(wish.until, days=1),
            area_key=wish.area_key,
            pks=calendar.by_words(wish.text) if wish.text else None,
        )
        return pieces_of(list(found[: wish.limit]), now)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state of these events; what is no longer public is left out."""
        numbers = [ref.removeprefix(REF) for ref in refs if ref.startswith(REF)]
        pks = [int(number) for number in numbers if number.isascii() and number.isdigit()]
        return {piece.ref: piece for piece in pieces_of(list(around.present(pks)), timezone.now())}


def midnight(day: date | None, *, days: int = 0) -> datetime | None:
    """The beginning of a day here."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), time())) if day else None


def pieces_of(events: list[Event], now: datetime) -> list[Piece]:
    """Events as pieces; their seats are counted in one query."""
    left = room.rooms(events)
    return [piece(event, status.note(event, left[event.pk], now)) for event in events]


def piece(event: Event, note: status.Note) -> Piece:
    """One event."""
    days = list(event.days.all())
    place = event.place
    return Piece(
        ref=f"{REF}{event.pk}",
        title=event.full_title,
        url=event.get_absolute_url(),
        text=event.short_text,
        day=words.first_and_last(days[0])[0] if days else None,
        when=words.of_days(days),
        where=words.where(event),
        note=said(event, note),
        area_key=event.area.key if event.area else "",
        place_keys=(place.key, *place.ancestor_keys) if place else (),
        topics=tuple(event.themes or ()),
    )


def said(event: Event, note: status.Note) -> str:
    """The note of a newsletter: what is special about the places, and until when one registers."""
    if event.state in status.OFF_STATES or note.kind in ("warning", "danger"):
        return note.label
    if event.closes_at and event.state == State.OPEN:
        return _("Register by %(day)s.") % {"day": registering.in_words(event.closes_at)}
    return ""


class Planned:
    """Events as things that may overlap with others."""

    key = told.KEY
    title = gettext_lazy("Event")
    subjects = staticmethod(told.subjects)
    url = staticmethod(told.url)


place_sections.fill(TakesPlace())
entry_sections.fill(Visits())
member_sections.fill(OfMember())
sources.add(Events.key, Events(), rank=10)
overlapping.add(Planned.key, Planned())
