"""Whether one may register, and what a reader should know of the places. Counted with the page, never kept."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from deele.events.enums import OVER_STATES, Registering, State
from deele.events.models import Event
from deele.events.queries import registering
from deele.events.rules.places import HINT_WORDS, Hint, Room, hint, minimum_missing

KINDS = {
    Hint.FREE: "success",
    Hint.FEW: "warning",
    Hint.NEARLY_FULL: "warning",
    Hint.WAITING_LIST: "warning",
    Hint.FULL: "danger",
}
OFF_STATES = (State.CALLED_OFF, State.POSTPONED)


@dataclass(frozen=True)
class Note:
    """A word on a card: what it says and how it is marked."""

    label: str = ""
    kind: str = "plain"


def is_over(event: Event, now: datetime) -> bool:
    """Whether it has taken place, or its time is past."""
    end = event.ends_at or event.starts_at
    return event.state in OVER_STATES or (end is not None and end < now)


def takes_registrations(event: Event, now: datetime) -> bool:
    """Whether the form of this house is open, be it for the waiting list."""
    return not (registering.not_open(event) or registering.wrong_time(event, now))


def note(event: Event, room: Room, now: datetime) -> Note:
    """The one thing that matters most now."""
    if event.state == State.CALLED_OFF:
        return Note(pgettext("of an event", "called off"), "danger")
    if event.state == State.POSTPONED:
        return Note(pgettext("of an event", "postponed"), "warning")
    if is_over(event, now):
        return Note()
    if event.registering == Registering.NONE:
        return Note(_("without registration"))
    if event.registering == Registering.ELSEWHERE:
        return Note(_("registration with the host"))
    return places(event, room) if takes_registrations(event, now) else closed(event, now)


def places(event: Event, room: Room) -> Note:
    """What the numbers say; too few people are told only while there is room."""
    found = hint(room, has_waiting_list=event.has_waiting_list)
    if found == Hint.FREE and minimum_missing(room, event.minimum):
        return Note(_("least number of people not yet reached"), "info")
    if found == Hint.FREE and room.capacity is None:
        return Note(_("registration open"), "success")
    return Note(str(HINT_WORDS[found]), KINDS[found])


def closed(event: Event, now: datetime) -> Note:
    """Why one cannot register now."""
    if event.opens_at and event.opens_at > now:
        day = date_format(timezone.localtime(event.opens_at), "j. F")
        return Note(_("registration from %(day)s") % {"day": day}, "info")
    if event.state == State.ANNOUNCED:
        return Note(_("registration opens later"), "info")
    return Note(_("registration closed"))


def has_room(event: Event, room: Room, now: datetime) -> bool:
    """Whether somebody who comes now finds a place."""
    if is_over(event, now) or event.state in OFF_STATES:
        return False
    if event.registering != Registering.FORM:
        return True
    return takes_registrations(event, now) and not room.is_full
