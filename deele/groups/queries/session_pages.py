"""What the pages around sessions show."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from deele.groups.enums.sessions import Answer, Release, RemarkKind, SessionState, TaskState
from deele.groups.kinds import Side
from deele.groups.models import Session, Task
from deele.groups.queries import minutes_page, pages
from deele.groups.queries.insiders import Insider

CLOSED_SHOWN = 30
WITH_PEOPLE = "seat__delegate__membership"


def insider(side: Side) -> Insider:
    """Who acts, on this side of the page."""
    return Insider(side.group, user=side.actor.user, seat=side.seat)


def url(side: Side, name: str, session: Session, *more: int) -> str:
    """An address of a session on this side."""
    return reverse(f"{side.prefix}{name}", args=[side.group.pk, session.pk, *more])


def list_url(side: Side) -> str:
    """The list of sessions on this side."""
    return reverse(f"{side.prefix}sessions", args=[side.group.pk])


def listed(side: Side, now: datetime) -> dict[str, Any]:
    """What comes, the next one first; what was, the last one first."""
    rows = list(side.group.sessions.all())
    for row in rows:
        row.group = side.group
    coming = sorted((row for row in rows if row.is_coming and row.ends_at >= now), key=lambda row: row.starts_at)
    return pages.page(side, "sessions", coming=coming, past=[row for row in rows if row not in coming])


def one(side: Side, session: Session, now: datetime) -> dict[str, Any]:
    """A session with everything on its page."""
    me = insider(side)
    rows = session.people.select_related(WITH_PEOPLE)
    people = list(rows.filter(seat__until=None).exclude(seat=None) if session.is_coming else rows)
    return pages.page(
        side, "sessions", session=session, facts=facts(session), agenda=agenda(session, me, now), people=people,
        place=next((one for one in people if side.seat and one.seat_id == side.seat.pk), None),
        answers=answers(people), next=next_step(session, now), takes_items=session.takes_items(now) or (
            side.may_lead and session.can_write
        ),
    )  # fmt: skip


def facts(session: Session) -> list[dict[str, str]]:
    """When, where, until when items are taken, who may read."""
    told = (
        (_("When"), session.when, ""),
        (_("Where"), session.where, ""),
        (_("Online meeting"), session.link, session.link),
        (_("Why"), session.state_reason, ""),
        (_("Who may come"), _("everybody") if session.is_public else _("the people of the group"), ""),
        (_("Minutes are read by"), str(session.get_release_display()), ""),
    )
    return [{"label": label, "value": value, "url": link} for label, value, link in told if value]


def agenda(session: Session, me: Insider, now: datetime) -> list[dict[str, Any]]:
    """The items with what one may do with each; the open tasks below theirs."""
    rows = list(session.agenda.standing())
    tasks = carried(session)
    may = session.takes_items(now) or (me.can_lead and session.can_write)
    return [
        {
            "item": row, "number": number, "tasks": tasks if row.is_open_tasks else [],
            "may_change": may and (me.can_lead or me.has(row)), "may_order": may and me.can_lead and len(rows) > 1,
        }
        for number, row in enumerate(rows, start=1)
    ]  # fmt: skip


def carried(session: Session) -> list[Task]:
    """The tasks that came along into this session."""
    rows = Task.objects.filter(carried__item__session=session).select_related(WITH_PEOPLE, "item__session")
    return list(rows.order_by("due_on", "pk"))


def answers(people: list[Any]) -> list[dict[str, Any]]:
    """Who comes, who can't, who has not answered."""
    heads = ((Answer.YES, _("Come")), (Answer.NO, _("Cannot come")), ("", _("Have not answered")))
    groups = [{"label": head, "people": [one for one in people if one.answer == key]} for key, head in heads]
    return [group for group in groups if group["people"]]


def next_step(session: Session, now: datetime) -> str:
    """What the lead is to do next; a word the template knows."""
    if session.state == SessionState.PLANNED and session.starts_at > now:
        return "invite"
    if session.is_coming and session.starts_at <= now:
        return "hold"
    return {SessionState.HELD: "circulate", SessionState.DRAFT: "confirm"}.get(SessionState(session.state), "")


def minutes(side: Side, session: Session, now: datetime) -> dict[str, Any]:
    """The minutes with all that may be done."""
    me = insider(side)
    objecting = session.state == SessionState.DRAFT and (
        session.objections_until is None or now <= session.objections_until
    )
    return pages.page(
        side, "sessions", session=session, parts=minutes_page.parts(session), standing=minutes_page.standing(session),
        taken_out=session.minutes.filter(taken_out=True), may_write=me.can_write and session.can_write,
        objections=session.remarks.filter(kind=RemarkKind.OBJECTION).select_related("item"),
        additions=session.remarks.filter(kind=RemarkKind.ADDITION).select_related("item"),
        may_object=objecting, next=next_step(session, now), people=session.people.exclude(presence=""),
    )  # fmt: skip


def is_released(session: Session) -> bool:
    """Whether everybody may read the minutes."""
    return session.state == SessionState.CONFIRMED and session.release == Release.PUBLIC and session.group.is_public


def tasks(side: Side, today: date) -> dict[str, Any]:
    """Open ones first; the closed ones with their word."""
    rows = side.group.tasks.select_related(WITH_PEOPLE, "item__session")
    open_ones = [{"task": one, "late": one.is_late(today)} for one in rows.filter(state=TaskState.OPEN)]
    closed = rows.exclude(state=TaskState.OPEN).order_by("-closed_on", "-pk")[:CLOSED_SHOWN]
    return pages.page(side, "tasks", open=open_ones, closed=closed)
