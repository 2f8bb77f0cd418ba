"""Numbers of events for the first page of the desk."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, Sum

from deele.access.enums import Permission
from deele.events.enums import OVER_STATES, OWN_ROLES, RegistrationState
from deele.events.models import Event, Registration
from deele.events.queries.planning import LIVE, tab_filter
from deele.events.queries.room import rooms
from deele.events.rules import places

ALIVE_STATES = (*LIVE, *OVER_STATES)


def to_finish(user: Any, now: datetime) -> int:
    """Events that are over and not finished."""
    return Event.objects.editable_by(user).filter(tab_filter("abschliessen", now)).count()


def in_danger(user: Any, now: datetime) -> int:
    """Events to which too few people are registered, close to the day by which it must be clear."""
    soon = Q(starts_at__gt=now, starts_at__lte=now + 2 * places.MINIMUM_ALARM)
    told = Q(minimum_told_at__isnull=False, starts_at__gt=now)
    asked = Event.objects.editable_by(user).filter(soon | told, state__in=LIVE, minimum__gt=0)
    return sum(bool(places.minimum_missing(room, event.minimum)) for event, room in with_rooms(list(asked)))


def with_rooms(events: list[Event]) -> list[tuple[Event, places.Room]]:
    """Each event with its places."""
    known = rooms(events)
    return [(event, known[event.pk]) for event in events]


def offers_open(user: Any) -> int:
    """Places offered that nobody answered yet."""
    events = Event.objects.of_areas(user, Permission.REGISTRATION_WORK)
    return Registration.objects.filter(event__in=events, state=RegistrationState.OFFERED).count()


def of_the_year(year: int) -> tuple[int, int]:
    """Own events and the people registered for them this year, in one query each."""
    own = Event.objects.filter(state__in=ALIVE_STATES, role__in=OWN_ROLES, starts_at__year=year)
    people = Registration.objects.filter(event__in=own, state=RegistrationState.CONFIRMED).aggregate(n=Sum("seats"))
    return own.count(), people["n"] or 0


def elsewhere(year: int) -> int:
    """Events of others at which the office spoke or took part this year."""
    rest = Event.objects.filter(state__in=ALIVE_STATES, starts_at__year=year).exclude(role__in=(*OWN_ROLES, "hinweis"))
    return rest.aggregate(n=Count("pk"))["n"] or 0


def waiting_work(user: Any, now: datetime) -> int:
    """What the menu counts: drafts apart, everything that waits for somebody."""
    return to_finish(user, now) + in_danger(user, now)


def upcoming_titles(user: Any, text: str, limit: int) -> list[Event]:
    """Events by words of their title or town."""
    found = Event.objects.editable_by(user)
    for word in text.split()[:6]:
        found = found.filter(Q(title__icontains=word) | Q(town__icontains=word) | Q(series__name__icontains=word))
    return list(found.order_by("-starts_at")[:limit])
