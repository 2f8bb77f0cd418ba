"""Events of a place, near it, of a member, and those that visit an entry.

Without places left: these pages are kept for a while.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from deele.alliance.models import Membership
from deele.alliance.queries import naming
from deele.core.geo import box_around
from deele.events.models import Event, Stop
from deele.events.models.event import EventQuerySet
from deele.events.queries import calendar, cards, words
from deele.places.enums import Level
from deele.places.models import Place

NEAR_KM = 25
SHOWN = 5
MOST = 40
SMALL = (Level.MUNICIPALITY, Level.LOCALITY, Level.ASSOCIATION)
ABOVE = {
    Level.STATE: "state_key",
    Level.REGION: "region_key",
    Level.DISTRICT: "district_key",
    Level.ASSOCIATION: "association_key",
    Level.MUNICIPALITY: "municipality_key",
}


@dataclass(frozen=True)
class Line:
    """An event in one line of another page."""

    title: str
    href: str
    kind: str
    when: str
    where: str
    distance: str = ""


def line(event: Event, km: float | None = None) -> Line:
    """The event without anything that changes by the hour."""
    return Line(
        title=event.full_title,
        href=event.get_absolute_url(),
        kind=cards.kind(event),
        when=words.of_days(list(event.days.all())),
        where=words.where(event),
        distance=cards.distance(km),
    )


def inside(place: Place, prefix: str) -> Q:
    """In the place, or in anything below it."""
    found = Q(**{f"{prefix}__key": place.key})
    field = ABOVE.get(Level(place.level))
    return found | Q(**{f"{prefix}__{field}": place.key}) if field else found


def at_place(place: Place, now: datetime) -> list[Line]:
    """What takes place there or visits it, then what is near a small place. Two queries, one when there is nothing."""
    visits = Stop.objects.filter(inside(place, "entry__place"), event=OuterRef("pk"))
    here = inside(place, "place") | Exists(visits)
    near = in_box(place)
    found = calendar.coming(now).exclude(state__in=calendar.status.OFF_STATES).filter(here | near if near else here)
    kept = set(found.filter(here).order_by().values_list("pk", flat=True)) if near else None
    events = calendar.undated_last(calendar.for_cards(found)[:MOST])
    return lines_of(place, events, kept)


def in_box(place: Place) -> Q | None:
    """The box around a small place."""
    if place.level not in SMALL or place.lat is None or place.lon is None:
        return None
    box = box_around(place.lat, place.lon, NEAR_KM)
    return Q(place__lat__range=(box.south, box.north), place__lon__range=(box.west, box.east))


def lines_of(place: Place, events: Iterable[Event], kept: set[int] | None) -> list[Line]:
    """First what is there, then what is near, the soonest first."""
    first, then = [], []
    for event in events:
        if kept is None or event.pk in kept:
            first.append(line(event))
            continue
        km = calendar.away(place, event)
        if km is not None and km <= NEAR_KM:
            then.append(line(event, km))
    return [*first, *then][:SHOWN]


def visiting(entry_pk: int, now: datetime) -> list[Line]:
    """Public events that go or went to an entry, the latest first."""
    stops = Stop.objects.filter(entry_id=entry_pk, event=OuterRef("pk"))
    found: EventQuerySet = Event.objects.public().exclude(state__in=calendar.status.OFF_STATES).filter(Exists(stops))
    return [line(event) for event in calendar.for_cards(found.order_by("-starts_at", "-pk"))[:SHOWN]]


def of_member(member: Membership, now: datetime) -> list[Line]:
    """Public events a member holds or helps to hold: what comes, the soonest first, then what was, the latest first."""
    coming, past = (named(member, rows) for rows in (calendar.coming(now), calendar.past(now)))
    events = {event.pk: event for event in present([*coming, *past])}
    first = calendar.undated_last(events[pk] for pk in coming)[:SHOWN]
    then = [events[pk] for pk in past][: SHOWN - len(first)]
    return [line(event) for event in (*first, *then)]


def named(member: Membership, events: EventQuerySet) -> list[int]:
    """Those of these events that take place and name the member as host or partner, in their order."""
    names = naming.names_of(member)
    rows = events.exclude(state__in=calendar.status.OFF_STATES).filter(naming.mentioned(names, "host", "cooperation"))
    told = rows.values_list("pk", "host", "cooperation")[:MOST]
    return [pk for pk, host, partners in told if naming.is_named(names, host, partners)]


def pieces(
    now: datetime, *, since: datetime | None, until: datetime | None, area_key: str, pks: set[int] | None
) -> EventQuerySet:
    """What a newsletter may tell: public, not over, not called off; the soonest first."""
    found = calendar.coming(now).exclude(state__in=calendar.status.OFF_STATES)
    if since:
        found = found.filter(Q(starts_at__gte=since) | Q(ends_at__gte=since))
    if until:
        found = found.filter(starts_at__lt=until)
    if area_key:
        found = found.filter(area__key=area_key)
    return calendar.for_cards(found if pks is None else found.filter(pk__in=pks))


def present(pks: Iterable[int]) -> EventQuerySet:
    """These events as far as they are public."""
    return calendar.for_cards(Event.objects.public().filter(pk__in=list(pks)))
