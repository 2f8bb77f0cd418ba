"""The alarm for events to which too few people come."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from deele.core import jobs
from deele.events.actions import announcing, rows
from deele.events.enums import OWN_ROLES, State
from deele.events.models import Event
from deele.events.queries.room import room
from deele.events.rules import places

LOOK_AHEAD = timedelta(days=120)  # a day given by hand may lie long before the event


def due(event: Event, now: datetime) -> bool:
    """Whether the day has come by which the least number is to be reached."""
    if not event.minimum or event.starts_at is None or event.starts_at <= now:
        return False
    if event.minimum_by:
        return event.minimum_by <= timezone.localdate(now)
    return event.starts_at - places.MINIMUM_ALARM <= now


@transaction.atomic
def sound(*, event: Event, now: datetime) -> bool:
    """One mail to the office when too few are registered; False when there is no need or it was sent before."""
    event = rows.held(event)
    taken = room(event).taken
    if event.minimum_told_at or not due(event, now) or taken >= (event.minimum or 0):
        return False
    event.minimum_told_at = now
    event.version += 1
    event.save(update_fields=["minimum_told_at", "version", "updated_at"])
    announcing.too_few(event, taken=taken, now=now)
    return True


def sound_all(now: datetime) -> int:
    """The alarm for all events whose day has come; returns how many mails went out."""
    near = Q(starts_at__gt=now, starts_at__lte=now + LOOK_AHEAD)
    asked = Event.objects.filter(near, state__in=[State.ANNOUNCED, State.OPEN, State.CLOSED], role__in=OWN_ROLES)
    waiting = asked.filter(minimum__gt=0, minimum_told_at=None).order_by(F("starts_at"), "pk")
    return sum(sound(event=event, now=now) for event in waiting if due(event, now) and not jobs.stopping())
