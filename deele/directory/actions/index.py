"""Search index and likeness follow every write, in its transaction."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from deele.directory.enums import OPEN_STATES, PUBLIC_STATES
from deele.directory.models import Entry
from deele.directory.queries import documents, subjects
from deele.likeness import actions as likeness
from deele.likeness.actions import overlaps
from deele.search import actions as search

SOURCE = documents.SOURCE
COMPARED_STATES = (*PUBLIC_STATES, *OPEN_STATES)
SMALL = 5000  # entries whose index is written anew in a few seconds
LATELY = 10  # days; longer than a worker may stand still
AT_ONCE = 500  # Django names the targets of a foreign key with one OR each; SQLite takes 1000 in one expression


def refresh(entry: Entry) -> None:
    """Bring index, likeness and overlaps to the state of the entry."""
    if entry.state in PUBLIC_STATES:
        search.index(documents.document(entry, timezone.localdate()))
    else:
        search.forget(SOURCE, str(entry.pk))
    if entry.state in COMPARED_STATES:
        likeness.index(source=SOURCE, ref=str(entry.pk), record=documents.record(entry))
    else:
        likeness.forget(source=SOURCE, ref=str(entry.pk))
    if subjects.counts(entry):
        overlaps.tell(subject=subjects.subject(entry), now=timezone.now())
    else:
        overlaps.forget(ref=subjects.ref(entry))


def refresh_many(entries: Iterable[Entry]) -> None:
    """The same for many new or changed public entries at once, as an import makes them.

    Overlaps hear of them by their own job (likeness.tasks): an import must not wait for that.
    """
    today = timezone.localdate()
    found = list(entries)
    for start in range(0, len(found), AT_ONCE):
        prefetch_related_objects(found[start : start + AT_ONCE], "addresses", "place__parent", "area")
    search.index_many(documents.document(entry, today) for entry in found if entry.state in PUBLIC_STATES)
    likeness.index_many(
        SOURCE, ((str(entry.pk), documents.record(entry)) for entry in found if entry.state in COMPARED_STATES)
    )


def follow_the_calendar(now: datetime) -> None:
    """What only the day changes: "confirmed within a year", "looks for people until".

    A small directory is written anew. A large one would keep all other writers waiting for minutes, so there only the
    entries whose day came lately are written again, a few hundred in one transaction.
    """
    if Entry.objects.public().count() <= SMALL:
        rebuild()
        return
    today = timezone.localdate(now)
    a_year_ago = Q(verified_at__range=(now - timedelta(days=366 + LATELY), now - timedelta(days=364)))
    over = Q(seeking=True, seeking_until__range=(today - timedelta(days=LATELY), today))
    due = list(Entry.objects.public().filter(a_year_ago | over).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(due), AT_ONCE):
        with transaction.atomic():
            refresh_many(Entry.objects.filter(pk__in=due[start : start + AT_ONCE]).select_related("place"))


def rebuild() -> int:
    """Write the whole index anew; returns the number of documents."""
    search.rebuild(SOURCE, documents.all_documents())
    return Entry.objects.public().count()
