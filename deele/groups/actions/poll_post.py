"""Mails about polls: each person once, with a link of their own; who wants no mails has a line on their page."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.alliance.actions import tidings
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.groups import emails
from deele.groups.actions import telling
from deele.groups.kinds import Actor
from deele.groups.models import Poll, PollSheet, Seat
from deele.groups.queries import polls
from deele.groups.queries.calendar import poll_file
from deele.groups.queries.recipients import Recipients
from deele.mail.actions import outbox
from deele.mail.enums import File

POLL = "groups.poll"


def opened(poll: Poll, who: Recipients, now: datetime) -> None:
    """Everybody who works in the group is asked, by a link that opens their sheet without signing in."""
    sheets = {sheet.delegate_id: sheet for sheet in poll.sheets.all()}
    options = [f"{option}{f', {option.where}' if option.where else ''}" for option in poll.options.all()]
    until = date_format(poll.closes_on, "l, j. F")
    days = max(1, (poll.closes_on - timezone.localdate(now)).days + 30)  # and a month to look at what came of it
    for seat in who.gets:
        link = address(reverse("groups:poll", args=[token(sheets[seat.delegate_id], seat, days, now)]))
        draft = emails.poll_opened(seat.delegate.name, poll.group.name, (poll.title, poll.text), options, until, link)
        send(emails.POLL, poll, seat, draft, now)
    quietly(poll, who.silent, "opened", _("“%(title)s”: when can you come?") % {"title": poll.title}, now)


def token(sheet: PollSheet, seat: Seat, days: int, now: datetime) -> str:
    """The secret of one person's link."""
    return mail_links.issue(
        purpose=POLL, subject=reference(sheet), email=seat.delegate.email, valid_for=timedelta(days=days), now=now,
        single_use=False,
    )  # fmt: skip


def chosen(poll: Poll, who: Recipients, now: datetime) -> None:
    """The date, with an entry for the calendar."""
    option = poll.chosen
    if option is None:
        return
    session = polls.session_of(poll)
    file = File("termin.ics", "text/calendar", poll_file(poll, now))
    link = address((session or poll).mine_url())
    for seat in who.gets:
        draft = emails.date_chosen(seat.delegate.name, poll.group.name, poll.title, (str(option), option.where), link)
        send(emails.CHOSEN, poll, seat, draft, now, [file])
    text = _("“%(title)s” is on %(day)s.") % {"title": poll.title, "day": option}
    quietly(poll, who.silent, "chosen", text, now)


def called_off(poll: Poll, by: Actor, now: datetime) -> None:
    """No date came of it."""
    words = _("no date is looked for any more: “%(title)s”.") % {"title": poll.title}
    telling.tell(poll.group, f"poll {poll.pk} called off", words, by=by, now=now, path=poll.mine_url())


def send(purpose: str, poll: Poll, seat: Seat, draft: emails.Draft, now: datetime, files: Iterable[File] = ()) -> None:
    """One mail to one seat; the key makes it one."""
    outbox.queue(
        purpose=purpose, to=seat.delegate.email, key=f"{poll.pk} {seat.pk}", about=reference(poll.group), now=now,
        headers=telling.headers(poll.group), reply_to=telling.replies_to(poll.group), files=list(files),
        **draft._asdict(),
    )  # fmt: skip


def quietly(poll: Poll, seats: Iterable[Seat], what: str, text: str, now: datetime) -> None:
    """A line on the page of those who get no mails."""
    tidings.tell(
        people=[seat.delegate for seat in seats], key=f"poll {poll.pk} {what}", text=f"{poll.group}: {text}", now=now,
        path=poll.mine_url(), topic=reference(poll.group),
    )  # fmt: skip
