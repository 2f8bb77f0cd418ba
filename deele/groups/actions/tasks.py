"""Tasks: given when the draft of the minutes goes round, on their person's page, closed with a word, handed on."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.alliance.models import Membership
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.groups.actions.session_refusals import NotAllowed
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import MinutesKind, TaskState
from deele.groups.models import MinutesItem, Seat, Task
from deele.groups.queries.insiders import Insider


class TaskClosed(Refusal):
    """Somebody closed it before."""

    code = "task-closed"

    def __init__(self, task: Task) -> None:
        words = _("This task was closed before: %(state)s.") % {"state": task.get_state_display()}
        super().__init__(words)


def follow(*, item: MinutesItem, now: datetime) -> Task | None:
    """Make or renew the task of an item while the minutes are a draft; once for each item.

    Whoever is to do it hears of it at once. An item that no longer is a task takes its open task along.
    """
    if item.kind != MinutesKind.TASK or item.taken_out:
        Task.objects.filter(item=item, state=TaskState.OPEN).update(
            state=TaskState.DROPPED, closed_on=timezone.localdate(now), closed_word=_("taken out of the minutes")
        )
        return None
    told = {
        "text": item.text, "seat": item.seat, "who": item.who, "due_on": item.due_on,
        "membership": member_of(item.seat),
    }  # fmt: skip
    task, made = Task.objects.get_or_create(item=item, defaults={"group": item.session.group, **told})
    if not made:
        Task.objects.filter(pk=task.pk, state=TaskState.OPEN).update(**told, updated_at=now)
        Task.objects.filter(pk=task.pk, state=TaskState.DROPPED).update(
            **told, state=TaskState.OPEN, closed_on=None, closed_word="", updated_at=now
        )
        task.refresh_from_db()
    tell(task, now)
    return task


def member_of(seat: Seat | None) -> Membership | None:
    """The member a person acts for when they are given a task: it is the member's, too."""
    return seat.delegate.membership if seat else None


def tell(task: Task, now: datetime, *, key: str = "") -> None:
    """To whoever is to do it, at once; the same task once to one person, unless a key says otherwise."""
    if task.seat is None or task.state != TaskState.OPEN:
        return
    tidings.tell(
        people=[task.seat.delegate], key=key or f"groups.task:{task.pk}", now=now, urgent=True,
        text=_("Assigned to you: %(task)s") % {"task": task.text[:200]}, path=task.mine_url(),
        topic=audit.reference(task.group),
    )  # fmt: skip


@transaction.atomic
def close(*, task: Task, done: bool, word: str, by: Insider, now: datetime) -> Task:
    """Done, or no longer needed, with a word on it. Raises NotAllowed, TaskClosed.

    Whoever does it may close it, and so may lead and office.
    """
    task = Task.objects.select_for_update(of=("self",)).select_related("seat", "group").get(pk=task.pk)
    if not (by.can_lead or by.has(task)):
        raise NotAllowed
    if task.state != TaskState.OPEN:
        raise TaskClosed(task)
    versions.claim(task)
    task.state = TaskState.DONE if done else TaskState.DROPPED
    task.closed_on, task.closed_word, task.closed_by = timezone.localdate(now), word, by.name
    task.save()
    note(task, by, now)
    return task


def note(task: Task, by: Insider | None, now: datetime) -> None:
    """A line in the log."""
    user, name = (by.user, by.member_name) if by else (None, "")
    event = events.TASK_GIVEN if task.state == TaskState.OPEN else events.TASK_DONE
    audit.record(event, by=user, actor_name=name, about=task, now=now)


@transaction.atomic
def hand_on(*, task: Task, to: Seat | None, by: Insider | None, now: datetime) -> Task:
    """Give an open task to somebody else of the group; `to` None: back to the group, until the lead gives it on.

    `by` None is the house. Raises NotAllowed, TaskClosed, core.versions.Conflict.
    """
    task = Task.objects.select_for_update(of=("self",)).select_related("seat__delegate", "group").get(pk=task.pk)
    if by is not None and not by.can_lead:
        raise NotAllowed
    if task.state != TaskState.OPEN:
        raise TaskClosed(task)
    versions.claim(task)
    task.handed_on = task.seat.delegate.name if task.seat else task.who or task.handed_on
    task.seat, task.who, task.membership = to, "", member_of(to)
    task.save()
    tell(task, now, key=f"groups.task:{task.pk}:{task.version}")  # one person may get a task back
    note(task, by, now)
    return task
