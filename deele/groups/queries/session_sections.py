"""What the own page of a member shows of sessions: open tasks, and the sessions that come."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deele.alliance.models import Delegate
from deele.groups.models import Session, Task, WorkingGroup

MOST_TASKS = 20
MOST_SESSIONS = 5


def of(delegate: Delegate, now: datetime) -> dict[str, Any] | None:
    """Tasks of this person and sessions of their groups; None while there is neither."""
    rows = Task.objects.open().of(delegate).select_related("group")[:MOST_TASKS]
    today = timezone.localdate(now)
    tasks = [{"task": task, "late": task.is_late(today)} for task in rows]
    mine = WorkingGroup.objects.of(delegate).values("pk")
    sessions = list(Session.objects.coming(now).filter(group__in=mine).select_related("group")[:MOST_SESSIONS])
    return {"tasks": tasks, "sessions": sessions} if tasks or sessions else None
