"""The mails around a session, queued in the transaction of what they speak of: one for each person and occasion."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.alliance.actions import tidings
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.groups.emails import sessions as emails
from deele.groups.models import Participation, Session
from deele.groups.papers import minutes as paper
from deele.groups.queries import minutes_page, session_ical
from deele.groups.queries.recipients import Recipients
from deele.mail.actions import outbox
from deele.mail.enums import Draft, File

ANSWER = "groups.answer"
STAYS = timedelta(days=1)  # a link of an invitation, after the session


def topic(session: Session) -> str:
    """What a delegate mutes to hear no more of a group."""
    return reference(session.group)


def loop_marks() -> dict[str, str]:
    """Headers by which machines know not to answer, and we know our own mail again."""
    return {"X-Auto-Response-Suppress": "All", "X-Loop": str(urlsplit(settings.DEELE_URL).hostname or "deele")}


def reply_to(place: Participation) -> str:
    """Where an answer goes: the mailbox of the groups with the person's code in it; empty where there is none."""
    local, at, domain = str(settings.DEELE_GROUPS["address"]).rpartition("@")
    return f"{local}+{place.code}@{domain}" if at and place.code else ""


def answer_link(place: Participation, now: datetime) -> str:
    """A link to answer and to look at the agenda without signing in, good until the session is over."""
    token = mail_links.issue(
        purpose=ANSWER, subject=reference(place), email=place.seat.delegate.email if place.seat else "",
        valid_for=max(place.session.ends_at, now) - now + STAYS, now=now, single_use=False,
    )  # fmt: skip
    return address(reverse("groups:answer", args=[token]))


def day_of(instant: datetime | None) -> str:
    """A day and hour in words."""
    return date_format(timezone.localtime(instant), "j. F Y, H:i") if instant else ""


def told(place: Participation, link: str) -> emails.Told:
    """What every mail to this person says of the session."""
    session = place.session
    return emails.Told(
        name=place.name,
        group=session.group.name,
        title=str(session),
        when=session.when,
        where=session.where,
        link=link,
        agenda=tuple(item.title for item in session.agenda.standing()),
        note=session.note,
        until=day_of(session.agenda_until),
        meeting=session.link,
        code=place.code if settings.DEELE_GROUPS["address"] else "",
    )


def queue(place: Participation, purpose: str, draft: Draft, *, key: str, now: datetime, files: Sequence[File]) -> None:
    """One row for one person."""
    if place.seat is None:
        return
    outbox.queue(
        purpose=purpose, to=place.seat.delegate.email, key=key, about=reference(place.session), now=now,
        reply_to=reply_to(place), headers=loop_marks(), files=files, **draft._asdict(),
    )  # fmt: skip


def calendar_file(session: Session, now: datetime) -> File:
    """The date for a calendar."""
    return File(_("session.ics"), "text/calendar", session_ical.calendar(session, now=now))


def places(session: Session, seats: Sequence[int]) -> list[Participation]:
    """The places of these people, with everything a mail needs."""
    rows = session.people.filter(seat__in=seats).select_related("seat__delegate__membership")
    for row in rows:
        row.session = session
    return list(rows)


def invitations(session: Session, people: Recipients, *, now: datetime, again: bool) -> None:
    """To everybody who wants mail of the group; the others read it on their page."""
    file = calendar_file(session, now)
    answers = bool(settings.DEELE_GROUPS["address"])
    for place in places(session, [seat.pk for seat in people.gets]):
        draft = emails.invitation(told(place, answer_link(place, now)), again=again, answers=answers)
        queue(place, emails.INVITED, draft, key=f"{session.pk}-{session.sequence}", now=now, files=[file])
    text = _("New date: %(title)s") if again else _("Invitation: %(title)s")
    tidings.tell(
        people=[seat.delegate for seat in people.silent], key=f"groups.session:{session.pk}:{session.sequence}",
        text=text % {"title": f"{session}, {session.when}"}, now=now, path=session.mine_url(), topic=topic(session),
    )  # fmt: skip


def cancelled(session: Session, *, now: datetime) -> None:
    """To everybody who was invited by mail, muted or not: nobody is to stand before a closed door."""
    file = calendar_file(session, now)
    for place in places(session, [place.seat_id for place in session.people.all() if place.seat_id]):
        draft = emails.cancelled(told(place, ""), session.state_reason)
        queue(place, emails.CANCELLED, draft, key=f"{session.pk}-{session.sequence}", now=now, files=[file])


def reminders(session: Session, due: Sequence[Participation], *, now: datetime) -> None:
    """Shortly before."""
    for place in due:
        place.session = session
        draft = emails.reminder(told(place, answer_link(place, now)))
        queue(place, emails.REMINDED, draft, key=f"{session.pk}-{session.sequence}", now=now, files=[])


def drafts(session: Session, came: Sequence[Participation], *, now: datetime) -> None:
    """The draft of the minutes, to those who were there."""
    file = minutes_file(session)
    for place in came:
        place.session = session
        said = told(place, address(session.mine_url()))
        draft = emails.draft(emails.replace_until(said, day_of(session.objections_until)))
        queue(place, emails.DRAFT, draft, key=f"{session.pk}", now=now, files=[file])


def minutes_file(session: Session) -> File:
    """The minutes as a PDF."""
    content = paper.print_minutes(minutes_page.for_print(session), title=minutes_page.title(session))
    return File(_("minutes.pdf"), "application/pdf", content)
