"""Events for the open interface: rows in the order of their dates, a cursor that holds while rows come and go.

The list is today's: what is over leaves it at midnight, and nothing in it changes by the hour.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.paging import BadCursor, decode, encode
from deele.events.models import Event
from deele.events.models.event import EventQuerySet
from deele.events.queries import calendar, documents
from deele.events.queries.calendar import FACETS, Asked
from deele.places import queries as places

LICENCE = "CC0-1.0"
LAST = "9999-12-31T00:00:00+00:00"  # where events without a date stand


def find_events(asked: Any, root: str, now: datetime) -> dict[str, Any]:
    """A page of events. Raises paging.BadCursor."""
    place = (places.by_key(asked.place) or places.exactly(asked.place)) if asked.place else None
    if asked.place and place is None:
        return page(0, None, [])
    chosen = {name: [one for one in getattr(asked, name) if one] for name in FACETS}
    question = Asked(text=asked.q, place=place, chosen={name: values for name, values in chosen.items() if values})
    events = list(documents.with_all(between(asked.since, asked.until, now))[: calendar.MOST])
    tests = calendar.tests_of(question, {}, now)
    fits = [event for event in events if all(passes(event) for passes in tests.values())]
    fits.sort(key=key_of)
    rest = after(fits, asked.cursor)
    shown = rest[: asked.limit]
    following = encode(*key_of(shown[-1])) if len(rest) > len(shown) and shown else None
    return page(len(fits), following, [item(event, root) for event in shown])


def between(since: date | None, until: date | None, now: datetime) -> EventQuerySet:
    """Public events of these days; without a beginning all that are still to come."""
    found = calendar.coming(now)
    if since:
        start = timezone.make_aware(datetime.combine(since, time()))
        found = Event.objects.public().filter(Q(ends_at__gte=start) | Q(ends_at=None, starts_at__gte=start))
    if until:
        end = timezone.make_aware(datetime.combine(until + timedelta(days=1), time()))
        found = found.filter(starts_at__lt=end)
    return found


def key_of(event: Event) -> tuple[str, int]:
    """What the list is sorted by."""
    begins = event.starts_at
    return (begins.astimezone(timezone.get_fixed_timezone(0)).isoformat() if begins else LAST), event.pk


def after(events: list[Event], cursor: str) -> list[Event]:
    """What comes behind the row the cursor names, be that row still there or not."""
    if not cursor:
        return events
    begins, pk = decode(cursor, 2)
    if not isinstance(begins, str) or not isinstance(pk, int):
        raise BadCursor(_("This page mark is not one of this list. Please start again at the first page."))
    return [event for event in events if key_of(event) > (begins, pk)]


def item(event: Event, root: str) -> dict[str, Any]:
    """An event as the interface gives it out."""
    lat, lon = documents.point(event)
    data = {**documents.row(event), "lat": lat, "lon": lon}
    return {**data, "url": root + event.get_absolute_url()}


def page(total: int, following: str | None, items: list[dict[str, Any]]) -> dict[str, Any]:
    """A page of events in its shape."""
    return {"total": total, "next": following, "licence": LICENCE, "items": items}


def one_event(pk: int, root: str) -> dict[str, Any] | None:
    """One public event; None for all others."""
    found = documents.with_all(Event.objects.public().filter(pk=pk)).first() if pk < 2**31 else None
    return item(found, root) if found else None
