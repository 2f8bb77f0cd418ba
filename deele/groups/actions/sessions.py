"""Planning a session, inviting to it, moving it, calling it off, noting that it took place."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from deele.audit import actions as audit
from deele.audit.enums import EventType
from deele.core import versions
from deele.groups.actions import agenda, session_post
from deele.groups.actions.session_refusals import MovedOn, NotAllowed, NotYet
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import Release, SessionState
from deele.groups.models import Participation, PollOption, Session, WorkingGroup
from deele.groups.queries import people, session_people
from deele.groups.queries.insiders import Insider
from deele.groups.queries.recipients import Recipients, recipients
from deele.groups.rules import sessions as rules
from deele.mail.rules.codes import new_code

TELLS_AGAIN = ("starts_at", "ends_at", "format", "place", "link")


def check_leads(by: Insider) -> None:
    """Raises NotAllowed for everybody but the lead and the office."""
    if not by.can_lead:
        raise NotAllowed


def note(event: EventType, session: Session, by: Insider | None, now: datetime, **data: Any) -> None:
    """A line in the log."""
    user, name = (by.user, by.member_name) if by else (None, "")
    audit.record(event, by=user, about=session, actor_name=name, now=now, data=data)


def locked(session: Session) -> Session:
    """The row as it is now, held until the transaction ends."""
    return Session.objects.select_for_update(of=("self",)).select_related("group").get(pk=session.pk)


def move(session: Session, state: SessionState, now: datetime, reason: str = "") -> None:
    """Take a step of the table. Raises MovedOn."""
    if not rules.may_follow(session.state, state):
        raise MovedOn(session)
    session.state, session.state_since, session.state_reason = state, now, reason
    session.version += 1
    session.save()


@transaction.atomic
def plan(
    *, group: WorkingGroup, told: rules.Told, by: Insider, now: datetime, option: PollOption | None = None,
    sequence: int = 0,
) -> Session:  # fmt: skip
    """Write a session down; nobody is told yet. Under a token that was used it changes nothing. Raises NotAllowed.

    `option` is the date of a poll it comes from, which makes one session; `sequence` the state in which calendars
    know that date.
    """
    check_leads(by)
    WorkingGroup.objects.select_for_update().get(pk=group.pk)  # numbers are given one after another
    known = Session.objects.filter(form_token=told.token).first() if told.token else None
    known = known or (Session.objects.filter(option=option).first() if option else None)
    if known is not None:
        return known
    number = (group.sessions.aggregate(last=Max("number"))["last"] or 0) + 1
    session = Session.objects.create(
        group=group, number=number, title=told.title, starts_at=told.starts_at, ends_at=told.ends_at,
        format=told.format, place=told.place, link=told.link, note=told.note,
        agenda_until=told.agenda_until or rules.agenda_until(told.starts_at, now), is_public=told.is_public,
        release=told.release if group.is_public else Release.GROUP, state_since=now, form_token=told.token,
        option=option, sequence=sequence,
    )  # fmt: skip
    agenda.carry(session=session, now=now)
    note(events.SESSION_PLANNED, session, by, now)
    return session


@transaction.atomic
def change(*, form: Any, by: Insider, now: datetime) -> Session:
    """Save a valid form. Where people were invited and date or place are new, they are invited again.

    Raises NotAllowed, MovedOn, NotYet, core.versions.Conflict.
    """
    check_leads(by)
    session: Session = form.instance
    stored = locked(session)
    if stored.state == SessionState.CANCELLED:
        raise MovedOn(stored)
    if session.release != Release.GROUP and not stored.group.is_public:
        raise NotYet("private")
    session.state, session.sequence = stored.state, stored.sequence
    versions.claim(session)
    form.save()
    note(events.SESSION_CHANGED, session, by, now)
    if all(getattr(stored, name) == getattr(session, name) for name in TELLS_AGAIN):
        return session
    if stored.state == SessionState.PLANNED:
        count_on(session)
    elif stored.state == SessionState.INVITED:
        if stored.starts_at != session.starts_at or stored.ends_at != session.ends_at:
            session.people.update(answer="", answered_at=None)
        send_invitations(session, now, again=True)
    return session


@transaction.atomic
def invite(*, session: Session, by: Insider, now: datetime) -> Recipients:
    """Invite everybody of the group, by mail with a calendar file. Pressed twice it invites once.

    Raises NotAllowed, MovedOn.
    """
    check_leads(by)
    session = locked(session)
    move(session, SessionState.INVITED, now)
    agenda.carry(session=session, now=now)
    told = send_invitations(session, now)
    note(events.SESSION_INVITED, session, by, now, people=len(told.all))
    return told


def send_invitations(session: Session, now: datetime, *, again: bool = False) -> Recipients:
    """Queue a new invitation to everybody of the group; a later one replaces the earlier one in their calendars."""
    count_on(session)
    told = recipients(session.group, timezone.localdate(now))
    for seat in told.all:
        place_of(session, seat)
    session_post.invitations(session, told, now=now, again=again)
    return told


def count_on(session: Session) -> None:
    """A new state for the calendars that know of it."""
    session.sequence += 1
    Session.objects.filter(pk=session.pk).update(sequence=session.sequence)


def place_of(session: Session, seat: Any) -> Participation:
    """The place of somebody in a session, made when new. Names are those of the day of the last invitation, or of
    the session: what is renamed later leaves the minutes as they were."""
    named = {"name": seat.delegate.name, "member_name": seat.delegate.membership.name}
    place, made = Participation.objects.get_or_create(
        session=session, seat=seat, defaults={**named, "code": free_code()}
    )
    if not made and (place.name, place.member_name) != tuple(named.values()):
        Participation.objects.filter(pk=place.pk).update(**named)
        place.refresh_from_db()
    return place


def free_code() -> str:
    """A code nobody has."""
    while Participation.objects.filter(code=(code := new_code())).exists():
        pass
    return code


@transaction.atomic
def cancel(*, session: Session, reason: str, by: Insider, now: datetime) -> None:
    """Call it off; whoever was invited is told, and calendars take it out. Raises NotAllowed, MovedOn."""
    check_leads(by)
    session = locked(session)
    was_invited = session.state == SessionState.INVITED
    move(session, SessionState.CANCELLED, now, reason)
    count_on(session)
    if was_invited:
        session_post.cancelled(session, now=now)
    note(events.SESSION_CANCELLED, session, by, now)


@transaction.atomic
def hold(*, session: Session, by: Insider, now: datetime) -> None:
    """Note that it took place. Raises NotAllowed, MovedOn, NotYet."""
    check_leads(by)
    session = locked(session)
    if session.starts_at > now:
        raise NotYet("soon")
    move(session, SessionState.HELD, now)
    for seat in people.active(session.group, timezone.localdate(now)):
        place_of(session, seat)
    note(events.SESSION_HELD, session, by, now)


def remind(now: datetime) -> int:
    """Remind of the sessions of the next days, each person once for each date; returns how many mails."""
    soon = Session.objects.filter(
        state=SessionState.INVITED, starts_at__gt=now, starts_at__lte=now + rules.REMIND_BEFORE
    )
    count = 0
    for session in soon.select_related("group"):
        with transaction.atomic():
            due = session_people.to_remind(session, now)
            session_post.reminders(session, due, now=now)
            session.people.filter(pk__in=[one.pk for one in due]).update(reminded_for=session.sequence)
        count += len(due)
    return count
