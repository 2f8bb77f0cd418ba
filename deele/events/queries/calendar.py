"""The calendar: what fits a question, with the counts of every filter.

A state-wide office holds some dozens of events a year. They are read in a handful of queries and sieved here, so that
places left and every count are those of this very moment.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import ExtractYear
from django.utils import timezone

from deele.core.dates import Precision
from deele.core.geo import distance_km
from deele.events.enums import OVER_STATES, Format
from deele.events.models import Day, Event
from deele.events.models.event import EventQuerySet
from deele.events.queries import cards, status
from deele.events.queries.documents import SOURCE
from deele.events.queries.room import rooms
from deele.events.rules.places import Room
from deele.places.models import Place
from deele.search import queries as search
from deele.search.kinds import Query

MOST = 2000  # events of one year of the past, or still to come
MOST_BY_WORDS = 200
HEAVY = ("description", "report", "funder_block", "accessibility", "cooperation")


@dataclass
class Asked:
    """A question to the calendar, understood as far as possible."""

    text: str = ""
    place_text: str = ""
    place: Place | None = None
    candidates: list = field(default_factory=list)
    radius_km: int | None = None
    chosen: dict[str, list[str]] = field(default_factory=dict)
    only_free: bool = False
    is_past: bool = False
    year: int | None = None
    page: int = 1
    notes: list[str] = field(default_factory=list)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text or self.place or self.chosen or self.only_free)


@dataclass(frozen=True)
class Row:
    """An event that fits."""

    event: Event
    room: Room
    km: float | None = None


@dataclass(frozen=True)
class Found:
    """All that fits, in order, and how many would fit with each value of each filter."""

    rows: list[Row]
    counts: dict[str, Counter]
    years: list[int] = field(default_factory=list)
    year: int | None = None


FACETS: dict[str, Callable[[Event], list[str]]] = {
    "kind": lambda event: [event.kind],
    "format": lambda event: [event.format],
    "area": lambda event: [event.area.key] if event.area else [],
    "theme": lambda event: list(event.themes or []),
}


def midnight(now: datetime) -> datetime:
    """The beginning of today, here."""
    return timezone.make_aware(datetime.combine(timezone.localdate(now), time()))


def coming(now: datetime) -> EventQuerySet:
    """Public events of today and later, and those whose date is open; soonest first, open dates last."""
    start = midnight(now)
    today = timezone.localdate(now)
    rough = Day.objects.filter(event=OuterRef("pk")).filter(
        Q(precision=Precision.MONTH, starts_at__gte=start.replace(day=1) - timedelta(hours=1))
        | Q(precision=Precision.YEAR, starts_at__year__gte=today.year)
    )
    open_end = Q(ends_at=None, starts_at__gte=start) | Q(ends_at=None, starts_at=None)
    found = Event.objects.public().exclude(state__in=OVER_STATES)
    return found.filter(Q(ends_at__gte=start) | open_end | Exists(rough)).order_by("starts_at", "pk")


def past(now: datetime) -> EventQuerySet:
    """All other public events, latest first."""
    later = coming(now).order_by().values("pk")
    return Event.objects.public().exclude(pk__in=later).order_by("-starts_at", "-pk")


def for_cards(events: EventQuerySet) -> EventQuerySet:
    """With all that a card shows, in two queries whatever their number."""
    return events.select_related("area", "series", "place__parent").prefetch_related("days").defer(*HEAVY)


def find(asked: Asked, now: datetime) -> Found:
    """The events that fit, their counts, and the years there are when one looks back."""
    years: list[int] = []
    year = None
    if asked.is_past:
        years = years_of(past(now))
        year = asked.year if asked.year in years else (years[0] if years else None)
        events = list(for_cards(past(now).filter(starts_at__year=year))[:MOST]) if year else []
    else:
        events = undated_last(for_cards(coming(now))[:MOST])
    rows, counts = sieve(asked, events, now)
    return Found(rows, counts, years, year)


def years_of(events: EventQuerySet) -> list[int]:
    """The years in which something took place, the latest first."""
    found = events.exclude(starts_at=None).order_by().annotate(year=ExtractYear("starts_at"))
    return sorted(set(found.values_list("year", flat=True).distinct()), reverse=True)


def undated_last(events: Iterable[Event]) -> list[Event]:
    """Databases differ in where they sort what has no date."""
    return sorted(events, key=lambda event: event.starts_at is None)


def sieve(asked: Asked, events: list[Event], now: datetime) -> tuple[list[Row], dict[str, Counter]]:
    """What passes all filters, and for each filter what passes all the others."""
    left = rooms(events)
    tests = tests_of(asked, left, now)
    counts: dict[str, Counter] = {name: Counter() for name in FACETS}
    rows = []
    for event in events:
        failed = [name for name, passes in tests.items() if not passes(event)]
        if not failed:
            rows.append(Row(event, left[event.pk], away(asked.place, event) if asked.radius_km else None))
        for name, values in FACETS.items():
            if failed in ([], [name]):
                counts[name].update(values(event))
    return rows, counts


def tests_of(asked: Asked, left: dict[int, Room], now: datetime) -> dict[str, Callable[[Event], bool]]:
    """The filters in force, each as a test."""
    found: dict[str, Callable[[Event], bool]] = {}
    for name, values in asked.chosen.items():
        found[name] = one_of(FACETS[name], frozenset(values))
    if asked.place is not None:
        found["place"] = lambda event: lies_in(asked, event)
    if asked.only_free:
        found["free"] = lambda event: status.has_room(event, left[event.pk], now)
    if asked.text:
        refs = by_words(asked.text)
        found["text"] = lambda event: event.pk in refs
    return found


def one_of(values: Callable[[Event], list[str]], wanted: frozenset[str]) -> Callable[[Event], bool]:
    """The test of one filter."""
    return lambda event: not wanted.isdisjoint(values(event))


def by_words(text: str) -> set[int]:
    """The events with these words; slips of the typing hand are forgiven."""
    query = Query(source=SOURCE, text=text, limit=MOST_BY_WORDS, facets_wanted=False, nearest_wanted=False)
    return {int(hit.ref) for hit in search.search(query).hits}


def lies_in(asked: Asked, event: Event) -> bool:
    """Whether it takes place there, or within the distance. What is only online lies nowhere."""
    place, here = asked.place, event.place
    if place is None or here is None or event.format == Format.ONLINE:
        return False
    if place.key in (here.key, *here.ancestor_keys):
        return True
    km = away(place, event)
    return bool(asked.radius_km and km is not None and km <= asked.radius_km)


def away(place: Place | None, event: Event) -> float | None:
    """Kilometres between a place and the place of an event."""
    if place is None or event.place is None or place.lat is None or place.lon is None:
        return None
    point = event.place if event.place.lat is not None else event.place.parent
    if point is None or point.lat is None or point.lon is None:
        return None
    return distance_km(place.lat, place.lon, point.lat, point.lon)


def cards_of(rows: Iterable[Row], now: datetime) -> list[cards.Card]:
    """Rows as cards."""
    return [cards.card(row.event, row.room, now, row.km) for row in rows]


def dates_between(begins: date, ends: date) -> EventQuerySet:
    """Public events with a date that touches these days."""
    start = timezone.make_aware(datetime.combine(begins, time()))
    end = timezone.make_aware(datetime.combine(ends + timedelta(days=1), time()))
    runs = Q(ends_at__gte=start) | Q(ends_at=None, starts_at__gte=start)
    days = Day.objects.filter(runs, event=OuterRef("pk"), starts_at__lt=end)
    return Event.objects.public().filter(Exists(days)).order_by("starts_at", "pk")
