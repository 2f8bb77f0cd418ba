"""What other pages show of sessions: the own page of a member, the page of the alliance, the public page of a group."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from deele.alliance.models import Delegate
from deele.groups.enums.sessions import COMING, SessionState
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


def public(now: datetime, group: WorkingGroup | None = None) -> QuerySet[Session]:
    """Public sessions that are to come, and those that were called off but whose day has not passed, the next first."""
    shown = (*COMING, SessionState.CANCELLED)
    rows = Session.objects.public().filter(state__in=shown, ends_at__gte=now)
    rows = rows if group is None else rows.filter(group=group)
    return rows.select_related("group").order_by("starts_at", "pk")
