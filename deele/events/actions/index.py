"""Keeps what others show of an event in step with it."""

from deele.events.models import Event
from deele.events.queries.room import room
from deele.events.rules import places
from deele.events.rules.places import Room


def refresh(event: Event) -> None:
    """Bring the search index to the state of the event."""


def follow(event: Event, *, before: Room, after: Room | None = None) -> None:
    """After registrations came or went: tell the index when the hint a reader sees has become another one."""
    then, now = (places.hint(one, has_waiting_list=event.has_waiting_list) for one in (before, after or room(event)))
    if then != now:
        refresh(event)
