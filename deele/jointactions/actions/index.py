"""Keeps what others know of an action in step with it."""

from datetime import datetime

from deele.jointactions.models import JointAction
from deele.jointactions.queries import documents, subjects
from deele.jointactions.queries import overlaps as refs
from deele.likeness.actions import overlaps
from deele.search import actions as search


def refresh(action: JointAction, now: datetime) -> None:
    """Tell the index. Every action that changes what is planned or read calls it."""
    if action.is_shown:
        search.index(documents.document(action))
    else:
        search.forget(documents.SOURCE, str(action.pk))
    if action.state in subjects.COUNT:
        overlaps.tell(subject=subjects.subject(action), now=now)
    else:
        overlaps.forget(ref=refs.ref(action))


def rebuild() -> int:
    """Write the whole index anew; returns the number of documents."""
    search.rebuild(documents.SOURCE, documents.all_documents())
    return JointAction.objects.public().count()
