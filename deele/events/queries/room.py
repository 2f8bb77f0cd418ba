"""How many places are left. Counted each time; the figures are small and must be right."""

from collections.abc import Iterable

from django.db.models import Count, Q, Sum

from deele.events.enums import ALIVE, TAKING, RegistrationState
from deele.events.models import Choice, Event, Option, Registration
from deele.events.rules.places import Room


def rooms(events: Iterable[Event]) -> dict[int, Room]:
    """The places of several events, in one query."""
    wanted = {event.pk: event for event in events}
    rows = (
        Registration.objects.filter(event__in=wanted)
        .order_by()
        .values("event")
        .annotate(
            taken=Sum("seats", filter=Q(state__in=TAKING), default=0),
            waiting=Sum("seats", filter=Q(state=RegistrationState.WAITING), default=0),
            offered=Sum("seats", filter=Q(state=RegistrationState.OFFERED), default=0),
        )
    )
    found = {row["event"]: row for row in rows}
    return {
        pk: Room(
            event.capacity,
            taken=found[pk]["taken"] if pk in found else 0,
            waiting=found[pk]["waiting"] if pk in found else 0,
            offered=found[pk]["offered"] if pk in found else 0,
        )
        for pk, event in wanted.items()
    }


def room(event: Event) -> Room:
    """The places of one event."""
    alive = Registration.objects.filter(event=event, state__in=ALIVE).order_by()
    seats = dict(alive.values_list("state").annotate(Sum("seats")))
    return Room(
        event.capacity,
        taken=sum(seats.get(state, 0) for state in TAKING),
        waiting=seats.get(RegistrationState.WAITING, 0),
        offered=seats.get(RegistrationState.OFFERED, 0),
    )


def option_rooms(event: Event, options: Iterable[Option] | None = None) -> dict[int, Room]:
    """The places of each extra of an event; one query where the extras are known already."""
    known = Option.objects.filter(event=event) if options is None else options
    taken = dict(
        Choice.objects.filter(
            option__event=event, participant__registration__state__in=TAKING, participant__cancelled_at=None
        )
        .order_by()
        .values_list("option")
        .annotate(Count("pk"))
    )
    return {option.pk: Room(option.capacity, taken.get(option.pk, 0)) for option in known}
