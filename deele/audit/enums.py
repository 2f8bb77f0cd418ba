"""Declaring event types."""

from dataclasses import dataclass

from django.utils.functional import Promise

from deele.core.registry import Registry


@dataclass(frozen=True)
class EventType:
    """A kind of event. `sentence` is shown in the log: "%(actor)s published the entry “%(about)s”."

    `looked` marks a read of something sensitive rather than a change.
    """

    key: str
    sentence: Promise | str
    looked: bool = False


declared: Registry[EventType] = Registry()


def declare(key: str, sentence: Promise | str, *, looked: bool = False) -> EventType:
    """Declare an event type, e.g. declare("directory.published", _("%(actor)s published “%(about)s”."))."""
    event = EventType(key, sentence, looked)
    declared.add(key, event)
    return event
