"""Keeps what others show of an event in step with it."""

from datetime import datetime

from deele.events.models import Event
from deele.events.queries.room import room
from deele.events.rules import places
from deele.events.rules.places import Room


def refresh(event: Event) -> None:
    """Bring the search index to the state of the event."""


def follow(event: Event, *, before: Room, now: datetime) -> None:
    """After a registration came or went: tell the index when the hint a reader sees has become another one."""
    then = places.hint(before, has_waiting_list=event.has_waiting_list)
    if then != places.hint(room(event), has_waiting_list=event.has_waiting_list):
        refresh(event)
