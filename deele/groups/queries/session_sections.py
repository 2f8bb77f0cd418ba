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
    """Tasks of this person, of colleagues in groups they share, and sessions to come; None without any."""
    rows = Task.objects.open().of(delegate).select_related("group")[:MOST_TASKS]
    today = timezone.localdate(now)
    tasks = [{"task": task, "late": task.is_late(today)} for task in rows]
    mine = WorkingGroup.objects.of(delegate).values("pk")
    others = Task.objects.open().filter(membership=delegate.membership_id, group__in=mine)
    shared = others.exclude(seat__delegate=delegate).select_related("group", "seat__delegate")[:MOST_TASKS]
    of_member = [{"task": task, "late": task.is_late(today)} for task in shared]
    sessions = list(Session.objects.coming(now).filter(group__in=mine).select_related("group")[:MOST_SESSIONS])
    found = {"tasks": tasks, "of_member": of_member, "sessions": sessions}
    return found if any(found.values()) else None


def public(now: datetime, group: WorkingGroup | None = None) -> QuerySet[Session]:
    """Public sessions that are to come, and those that were called off but whose day has not passed, the next first."""
    shown = (*COMING, SessionState.CANCELLED)
    rows = Session.objects.public().filter(state__in=shown, ends_at__gte=now)
    rows = rows if group is None else rows.filter(group=group)
    return rows.select_related("group").order_by("starts_at", "pk")
