"""Search index and likeness follow every write, in its transaction."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from django.utils import timezone

from deele.directory.enums import OPEN_STATES, PUBLIC_STATES
from deele.directory.models import Entry
from deele.directory.queries import documents
from deele.likeness import actions as likeness
from deele.search import actions as search

SOURCE = documents.SOURCE
COMPARED_STATES = (*PUBLIC_STATES, *OPEN_STATES)
AT_ONCE = 500  # Django names the targets of a foreign key with one OR each; SQLite takes 1000 in one expression


def refresh(entry: Entry) -> None:
    """Bring index and likeness to the state of the entry."""
    if entry.state in PUBLIC_STATES:
        search.index(documents.document(entry, timezone.localdate()))
    else:
        search.forget(SOURCE, str(entry.pk))
    if entry.state in COMPARED_STATES:
        likeness.index(source=SOURCE, ref=str(entry.pk), record=documents.record(entry))
    else:
        likeness.forget(source=SOURCE, ref=str(entry.pk))


def refresh_many(entries: Iterable[Entry]) -> None:
    """The same for many new or changed public entries at once, as an import makes them."""
    today = timezone.localdate()
    found = list(entries)
    for start in range(0, len(found), AT_ONCE):
        prefetch_related_objects(found[start : start + AT_ONCE], "addresses", "place__parent", "area")
    search.index_many(documents.document(entry, today) for entry in found if entry.state in PUBLIC_STATES)
    likeness.index_many(
        SOURCE, ((str(entry.pk), documents.record(entry)) for entry in found if entry.state in COMPARED_STATES)
    )


def rebuild() -> int:
    """Write the whole index anew; returns the number of documents."""
    search.rebuild(SOURCE, documents.all_documents())
    return Entry.objects.public().count()
