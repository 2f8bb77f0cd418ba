"""Figures of events for the report to the funder: V1 own events, V2 people, V3 contributions to events of others."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from deele.core.text import fold
from deele.events.enums import OVER_STATES, OWN_ROLES, Kind, OfficeRole, RegistrationState
from deele.events.models import Attendance, Event, Participant
from deele.places.models import Place

CONTRIBUTIONS = (OfficeRole.TALK, OfficeRole.TAKES_PART)


@dataclass(frozen=True)
class People:
    """V2: `registered` and `present` count participations, `persons` distinct people among those present.

    `days` are participations on single days. `elsewhere` sums what was told for events that were not counted here.
    """

    registered: int = 0
    present: int = 0
    days: int = 0
    persons: int = 0
    elsewhere: int = 0
    by_audience: dict[str, int] = field(default_factory=dict)
    by_district: dict[str, int] = field(default_factory=dict)


def held(first: date, last: date, *, area: int | None = None) -> QuerySet[Event]:
    """Events that took place between two days, both included."""
    found = Event.objects.filter(state__in=OVER_STATES, starts_at__date__gte=first, starts_at__date__lte=last)
    return found.filter(area_id=area) if area else found


def own_events(first: date, last: date, *, area: int | None = None) -> dict[tuple[str, str], int]:
    """V1: own events by kind and format."""
    rows = held(first, last, area=area).filter(role__in=OWN_ROLES).order_by()
    return {(row["kind"], row["format"]): row["n"] for row in rows.values("kind", "format").annotate(n=Count("pk"))}


def contributions(first: date, last: date, *, area: int | None = None) -> dict[str, int]:
    """V3: talks at and parts in events of others, by what the office did."""
    rows = held(first, last, area=area).filter(role__in=CONTRIBUTIONS).order_by()
    return {row["role"]: row["n"] for row in rows.values("role").annotate(n=Count("pk"))}


def people(first: date, last: date, *, area: int | None = None) -> People:
    """V2: who was registered for own events and who came. Somebody is one person by address and name together."""
    events = held(first, last, area=area).filter(role__in=OWN_ROLES)
    expected = Participant.objects.filter(
        registration__event__in=events, registration__state=RegistrationState.CONFIRMED, cancelled_at=None
    )
    there = Attendance.objects.filter(participant__in=expected, present=True, day__counts=True).order_by()
    present = expected.filter(pk__in=there.values("participant")).select_related("registration__place")
    audiences, districts, persons = Counter[str](), Counter[str](), set()
    for person in present.order_by("pk"):
        audiences[person.registration.audience] += 1
        districts[person.registration.place.district_key if person.registration.place else ""] += 1
        persons.add(person_key(person))
    return People(
        registered=expected.count(),
        present=sum(audiences.values()),
        days=there.count(),
        persons=len(persons),
        elsewhere=told_elsewhere(events),
        by_audience=dict(audiences),
        by_district=with_names(districts),
    )


def person_key(person: Participant) -> str:
    """Who somebody is, for counting alone. People whose names are gone count each on their own."""
    if not person.name:
        return f"#{person.pk}"
    address = person.email or person.registration.contact_email
    return hashlib.sha256(f"{fold(person.name)} {address.lower()}".encode()).hexdigest()


def told_elsewhere(events: QuerySet[Event]) -> int:
    """The lower end of what was told for events without attendance taken here."""
    taken = Attendance.objects.filter(day__event__in=events).values("day__event")
    told: list[Any] = list(events.exclude(pk__in=taken).exclude(attended="").values_list("attended", flat=True))
    return sum(one.low or one.high or 0 for one in told if one)


def with_names(districts: Counter[str]) -> dict[str, int]:
    """The same by the names of the districts; "" is unknown."""
    names = dict(Place.objects.filter(key__in=[key for key in districts if key]).values_list("key", "display_name"))
    return {names.get(key, ""): number for key, number in districts.items()}


def kinds_in_words(counted: dict[tuple[str, str], int]) -> list[tuple[str, int]]:
    """V1 by kind alone, in words, most first."""
    numbers = Counter[str]()
    for (kind, _format), number in counted.items():
        numbers[str(Kind(kind).label)] += number
    return numbers.most_common()
