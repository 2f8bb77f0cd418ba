"""Keeps what others show of an event in step with it."""

from django.utils import timezone

from deele.events.models import Event
from deele.events.queries import documents, subjects
from deele.events.queries.room import room
from deele.events.rules import places
from deele.events.rules.places import Room
from deele.likeness.actions import overlaps
from deele.search import actions as search


def refresh(event: Event) -> None:
    """Bring search index and overlaps to the state of the event.

    Every action that changes what the public reads calls it.

    The version of the index is also what finished pages are kept by (website.middleware): a place page that names
    the event is made anew at once.
    """
    if event.is_public:
        search.index(documents.document(documents.with_all(Event.objects.filter(pk=event.pk)).get()))
    else:
        search.forget(documents.SOURCE, str(event.pk))
    if subjects.counts(event):
        overlaps.tell(subject=subjects.subject(event), now=timezone.now())
    else:
        overlaps.forget(ref=subjects.ref(event))


def rebuild() -> int:
    """Write the whole index anew; returns the number of documents."""
    search.rebuild(documents.SOURCE, documents.all_documents())
    return Event.objects.public().count()


def follow(event: Event, *, before: Room, after: Room | None = None) -> None:
    """After registrations came or went: tell the index when the hint a reader sees has become another one."""
    then, now = (places.hint(one, has_waiting_list=event.has_waiting_list) for one in (before, after or room(event)))
    if then != now:
        refresh(event)
