"""Doors of what belongs to the sessions of a group one has come into already, and of what everybody may see."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accounts.queries import BadLink, mail_link
from deele.groups.actions.session_post import ANSWER
from deele.groups.models import (
    AgendaItem,
    Decision,
    MinutesItem,
    MinutesRemark,
    Participation,
    Session,
    SessionMail,
    Task,
    WorkingGroup,
)


def first(rows: Any, pk: int) -> Any:
    """The row, else 404."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def session_of(group: WorkingGroup, pk: int) -> Session:
    """A session of this group. 404 for all others."""
    found: Session = first(group.sessions.all(), pk)
    found.group = group
    return found


def agenda_item(session: Session, pk: int) -> AgendaItem:
    """An item that stands on the agenda of this session. 404 for all others."""
    found: AgendaItem = first(session.agenda.standing(), pk)
    found.session = session
    return found


def minutes_item(session: Session, pk: int) -> MinutesItem:
    """An item of the minutes of this session, also one that was taken out. 404 for all others."""
    found: MinutesItem = first(session.minutes.select_related("seat__delegate__membership", "agenda_item"), pk)
    found.session = session
    return found


def remark_of(session: Session, pk: int) -> MinutesRemark:
    """A remark on the minutes of this session. 404 for all others."""
    found: MinutesRemark = first(session.remarks.all(), pk)
    return found


def task_of(group: WorkingGroup, pk: int) -> Task:
    """A task of this group. 404 for all others."""
    found: Task = first(group.tasks.select_related("seat__delegate__membership", "item__session"), pk)
    found.group = group
    return found


def public_session(pk: int) -> Session:
    """A session everybody may see. 404 for all others, whatever they are."""
    found: Session = first(Session.objects.public().select_related("group"), pk)
    return found


def public_decision(pk: int) -> Decision:
    """A decision everybody may read. 404 for all others, whatever they are."""
    rows = Decision.objects.public().select_related("group", "item__session__group", "item__agenda_item")
    found: Decision = first(rows, pk)
    return found


def invited(token: str) -> Participation:
    """Whose link of an invitation this is. Raises BadLink; a seat that ended opens nothing."""
    link = mail_link(token, purpose=ANSWER, now=timezone.now())
    number = link.subject.rpartition(":")[2]
    rows = Participation.objects.select_related("session__group", "seat__delegate__membership")
    found = rows.filter(pk=int(number)).first()
    if found is None or found.seat is None or found.seat.until is not None:
        raise BadLink
    return found


def session_mail(user: Any, pk: int) -> SessionMail:
    """A mail to a session, for the office. 404 for all others."""
    if not access.can(user, Permission.ALLIANCE_WORK):
        raise Http404
    found: SessionMail = first(SessionMail.objects.select_related("session__group", "participation", "item"), pk)
    return found
