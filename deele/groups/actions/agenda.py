"""The agenda: proposing, changing, ordering, taking back, and the open tasks that come along by themselves."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.text import one_line
from deele.groups.actions.session_refusals import MovedOn, NotAllowed, TooLate
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import AgendaKind, AgendaSource
from deele.groups.models import AgendaItem, CarriedTask, Session, Task
from deele.groups.queries.insiders import Insider

TASKS_FIRST = 0


def next_position(session: Session) -> int:
    """The place after the last."""
    return (session.agenda.aggregate(last=Max("position"))["last"] or 0) + 1


def check_may_propose(session: Session, by: Insider, now: datetime) -> None:
    """The lead and the office until the minutes are confirmed, others until the deadline. Raises a Refusal."""
    if by.can_lead:
        if not session.can_write:
            raise MovedOn(session)
    elif not by.can_write:
        raise NotAllowed
    elif not session.takes_items(now):
        raise TooLate


@transaction.atomic
def save(*, form: Any, session: Session, by: Insider, now: datetime) -> AgendaItem:
    """Save a valid form of a new or known item. Under a token that was used it changes nothing.

    Members change what they proposed themselves. Raises NotAllowed, MovedOn, TooLate, core.versions.Conflict.
    """
    check_may_propose(session, by, now)
    item, token = form.instance, form.cleaned_data.get("token") or None
    if item.pk is None:
        if token and (known := AgendaItem.objects.filter(form_token=token).first()):
            return known
        item.session, item.form_token, item.position = session, token, next_position(session)
        item.seat, item.proposer = by.seat, by.name
        item.source = AgendaSource.LEAD if by.can_lead else AgendaSource.PAGE
    else:
        check_owns(item, by)
        versions.claim(item)
    saved: AgendaItem = form.save()
    note(saved, by, now)
    return saved


def check_owns(item: AgendaItem, by: Insider) -> None:
    """Raises NotAllowed for items of others and for the item of the open tasks."""
    if not (by.can_lead or by.has(item)):
        raise NotAllowed


def note(item: AgendaItem, by: Insider | None, now: datetime) -> None:
    """A line in the log."""
    user, name = (by.user, by.member_name) if by else (None, "")
    audit.record(events.AGENDA_SET, by=user, actor_name=name, about=item.session, now=now, data={"item": item.pk})


@transaction.atomic
def put(*, session: Session, title: str, text: str, by: Insider, now: datetime) -> AgendaItem:
    """An item that came by mail. Raises NotAllowed, TooLate."""
    check_may_propose(session, by, now)
    if not session.takes_items(now):
        raise TooLate
    item = AgendaItem.objects.create(
        session=session, position=next_position(session), title=one_line(title)[:200] or _("By mail"),
        text=text[:4000], kind=AgendaKind.DISCUSSION, seat=by.seat, proposer=by.name, source=AgendaSource.MAIL,
    )  # fmt: skip
    note(item, by, now)
    return item


@transaction.atomic
def take_back(*, item: AgendaItem, by: Insider, now: datetime) -> None:
    """Take an item from the agenda; it stays to be read. Raises NotAllowed, MovedOn, TooLate."""
    check_may_propose(item.session, by, now)
    check_owns(item, by)
    if item.minutes_items.filter(taken_out=False).exists() or item.is_open_tasks:
        raise MovedOn(item.session)
    AgendaItem.objects.filter(pk=item.pk).update(taken_back=True, version=item.version + 1, updated_at=now)
    note(item, by, now)


@transaction.atomic
def step(*, item: AgendaItem, up: bool, by: Insider, now: datetime) -> None:
    """Change places with the neighbour; at the end nothing happens. Raises NotAllowed, MovedOn."""
    if not by.can_lead:
        raise NotAllowed
    check_may_propose(item.session, by, now)
    rows = list(item.session.agenda.standing().select_for_update())
    at = next((number for number, row in enumerate(rows) if row.pk == item.pk), None)
    to = None if at is None else at - 1 if up else at + 1
    if at is None or to is None or not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for position, row in enumerate(rows, start=1):
        AgendaItem.objects.filter(pk=row.pk).update(position=position)
    note(item, by, now)


@transaction.atomic
def carry(*, session: Session, now: datetime) -> int:
    """Put the group's open tasks onto this agenda, each once however often this runs; returns how many are there.

    The item is made with the first task, and is the first of the agenda until somebody moves it.
    """
    tasks = Task.objects.open().filter(group=session.group).exclude(item__session=session)
    open_tasks = list(tasks)
    if not open_tasks:
        return 0
    item, _made = AgendaItem.objects.get_or_create(
        session=session, is_open_tasks=True,
        defaults={
            "position": TASKS_FIRST, "title": _("Open tasks"), "kind": AgendaKind.DISCUSSION,
            "source": AgendaSource.HOUSE,
        },
    )  # fmt: skip
    rows = [CarriedTask(item=item, task=task, at=now) for task in open_tasks]
    CarriedTask.objects.bulk_create(rows, ignore_conflicts=True)
    return item.carried.count()


def carry_to_coming(*, group: Any, now: datetime) -> None:
    """Put new tasks onto the agendas of all sessions that are still to come."""
    for session in Session.objects.coming(now).filter(group=group):
        carry(session=session, now=now)
