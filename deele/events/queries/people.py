"""The people of an event, as lists, the entrance and the office need them."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from deele.core.text import fold
from deele.events.enums import RegistrationState
from deele.events.models import Attendance, Choice, Day, Event, Participant
from deele.places.models import Place


def coming(event: Event) -> QuerySet[Participant]:
    """Who is expected: people of confirmed registrations who did not cancel, by name."""
    return Participant.objects.filter(
        registration__event=event, registration__state=RegistrationState.CONFIRMED, cancelled_at=None
    ).order_by("name", "pk")


def listed(event: Event) -> list[Participant]:
    """The same with everything a list may ask for, in few queries whatever their number."""
    rows = coming(event).select_related("registration__place", "price", "need")
    choices = Choice.objects.select_related("option").order_by("option__rank", "pk")
    there = Attendance.objects.filter(present=True)
    found = rows.prefetch_related(Prefetch("choices", choices), Prefetch("attendance", there, to_attr="there"))
    return sorted(found, key=lambda row: by_name(row.name))


def districts(found: Iterable[Participant]) -> dict[int, str]:
    """The names of the districts people come from, by the number of the participant."""
    keys = {row.pk: row.registration.place.district_key for row in found if row.registration.place}
    names = dict(Place.objects.filter(key__in=set(keys.values())).values_list("key", "display_name"))
    return {pk: names.get(key, "") for pk, key in keys.items()}


def by_name(name: str) -> tuple[str, str]:
    """Sort key: the last word first, as on a list in alphabetical order, umlauts where people look for them."""
    words = fold(name).split()
    return (words[-1] if words else "", " ".join(words))


def counted_days(event: Event) -> list[Day]:
    """The days on which attendance is taken."""
    return list(event.days.filter(counts=True))


def present_ids(days: Iterable[Day]) -> set[tuple[int, int]]:
    """(participant, day) of everybody who was there."""
    rows = Attendance.objects.filter(day__in=list(days), present=True)
    return set(rows.values_list("participant_id", "day_id"))


def days_there(person: Participant) -> set[int]:
    """The numbers of the days somebody of `listed` was there."""
    there: list[Attendance] = person.there  # type: ignore[attr-defined]  # set by listed
    return {row.day_id for row in there}
