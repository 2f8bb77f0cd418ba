"""May one register now, and would one have to wait?"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.events.enums import Registering, RegistrationState, State
from deele.events.models import Choice, Event, Option, Registration
from deele.events.queries.room import option_rooms
from deele.events.rules.places import Room
from deele.events.rules.waiting import Terms, Waiter

MOVING_STATES = (State.OPEN, State.CLOSED)


def problem(event: Event, room: Room, now: datetime) -> str:
    """Why nobody can register now, in a sentence for the page; empty when one may."""
    return not_open(event) or wrong_time(event, now) or no_room(event, room)


def not_open(event: Event) -> str:
    """What the state of the event says."""
    if event.registering == Registering.NONE:
        return _("No registration is needed. Simply come along.")
    if event.registering == Registering.ELSEWHERE:
        return _("Please register with the host, at the address given on the page of the event.")
    said = {
        State.ANNOUNCED: _("Registration has not begun yet."),
        State.CLOSED: _("Registration has closed."),
        State.CALLED_OFF: _("This event was called off."),
        State.POSTPONED: _("This event was postponed. As soon as there is a new date, you can register."),
    }
    if event.state == State.OPEN:
        return ""
    return said.get(State(event.state), _("This event is over."))


def wrong_time(event: Event, now: datetime) -> str:
    """Too early, too late, over."""
    if event.ends_at and event.ends_at <= now:
        return _("This event is over.")
    if event.opens_at and now < event.opens_at:
        return _("Registration begins on %(day)s.") % {"day": in_words(event.opens_at)}
    if event.closes_at and event.closes_at <= now:
        return _("Registration closed on %(day)s.") % {"day": in_words(event.closes_at)}
    return ""


def no_room(event: Event, room: Room) -> str:
    """Full, and nobody may wait."""
    if room.is_full and not event.has_waiting_list:
        return _("The event is booked out.")
    return ""


def in_words(moment: datetime) -> str:
    """ "3. Mai 2027, 18:00" """
    return date_format(timezone.localtime(moment), "j. F Y, H:i")


def terms(event: Event, now: datetime) -> Terms:
    """What the event says about its waiting list."""
    over = event.ends_at is not None and event.ends_at <= now
    return Terms(
        moves=event.state in MOVING_STATES and not over,
        priority=event.priority,
        priority_until=event.priority_until or event.closes_at,
        offer_hours=event.offer_hours,
        starts_at=event.starts_at,
    )


def waiters(rows: Iterable[Registration]) -> list[Waiter]:
    """The waiting registrations with the extras they wish for, in one more query."""
    found = list(rows)
    wishes: dict[int, Counter[int]] = {row.pk: Counter() for row in found}
    chosen = Choice.objects.filter(participant__registration__in=wishes, participant__cancelled_at=None)
    for registration, option in chosen.values_list("participant__registration", "option"):
        wishes[registration][option] += 1
    return [
        Waiter(row.pk, row.seats, row.waiting_since or row.created_at, row.is_resident, wishes[row.pk]) for row in found
    ]


def options_with_room(event: Event) -> dict[int, tuple[str, Room]]:
    """Title and places of each extra that has a limit."""
    limited = Option.objects.filter(event=event, capacity__isnull=False)
    titles = dict(limited.values_list("pk", "title"))
    return {pk: (titles[pk], room) for pk, room in option_rooms(event).items() if pk in titles} if titles else {}


def waiting_rows(event: Event) -> list[Registration]:
    """The waiting registrations of an event."""
    return list(Registration.objects.filter(event=event, state=RegistrationState.WAITING))
