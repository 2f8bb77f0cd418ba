"""What others know of a group: kept in step by every action that changes what is read elsewhere."""

from datetime import datetime

from deele.groups.models import WorkingGroup
from deele.groups.queries import elsewhere
from deele.likeness.actions import overlaps
from deele.search import actions as search


def refresh(group: WorkingGroup, now: datetime) -> None:
    """Bring the search and the engine for overlaps to the state of the group."""
    if group.state in elsewhere.COUNTS:
        overlaps.tell(subject=elsewhere.subject(group), now=now)
    else:
        overlaps.forget(ref=elsewhere.subject(group).ref)
    if group.is_public and group.is_at_work:
        search.index(elsewhere.document(group))
    else:
        search.forget(elsewhere.SOURCE, str(group.pk))


def rebuild() -> int:
    """Write the index of public groups anew; returns how many there are."""
    rows = list(WorkingGroup.objects.public().select_related("place"))
    search.rebuild(elsewhere.SOURCE, (elsewhere.document(group) for group in rows))
    return len(rows)
