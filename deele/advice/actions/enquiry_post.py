"""Mails around an enquiry, queued inside the transaction of what they speak of."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from deele.advice.actions import enquiry_links as links
from deele.advice.emails import enquiries as emails
from deele.advice.enums import AnswerBy, Outcome
from deele.advice.models import Enquiry, IncomingMail
from deele.advice.queries import enquiries as queries
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.mail.actions import outbox
from deele.mail.enums import Draft

MEGABYTE = 1024 * 1024


def own_link(enquiry: Enquiry, now: datetime) -> str:
    """A fresh link to one's own enquiry."""
    return address(reverse("advice:own", args=[links.issue(enquiry, now=now)]))


def queue(enquiry: Enquiry, purpose: str, to: str, draft: Draft, *, now: datetime, reply_to: str = "") -> None:
    """One row, keyed by the version of the enquiry: an action that runs twice writes once."""
    outbox.queue(
        purpose=purpose, to=to, subject=draft.subject, body=draft.body, key=f"{enquiry.pk}-{enquiry.version}",
        about=reference(enquiry), urgency="now", reply_to=reply_to, now=now,
    )  # fmt: skip


def reply_to(enquiry: Enquiry) -> str:
    """Where an answer to our mail goes: the mailbox for enquiries with the number in it; empty where there is none."""
    local, at, domain = str(settings.DEELE_ENQUIRY["address"]).rpartition("@")
    return f"{local}+{enquiry.code}@{domain}" if at else ""


def confirmed(enquiry: Enquiry, *, now: datetime) -> None:
    """To the person who asked: it is here, who answers, by when."""
    if enquiry.email:
        draft = emails.confirmed(emails.told(enquiry), own_link(enquiry, now))
        queue(enquiry, emails.CONFIRMED, enquiry.email, draft, now=now, reply_to=reply_to(enquiry))


def answered(enquiry: Enquiry, text: str, *, now: datetime) -> None:
    """The answer, where somebody wants it by mail."""
    if enquiry.email and enquiry.answer_by == AnswerBy.MAIL:
        draft = emails.answered(emails.told(enquiry), text, own_link(enquiry, now))
        queue(enquiry, emails.ANSWERED, enquiry.email, draft, now=now, reply_to=reply_to(enquiry))


def told_adviser(enquiry: Enquiry, *, now: datetime, added: bool = False) -> None:
    """To whoever answers, or the deputy while they are away: something waits. The mail repeats no words of it."""
    to = reader(enquiry, now)
    if to is not None:
        link = address(reverse("advice:enquiry", args=[enquiry.pk]))
        queue(enquiry, emails.NEW, to, emails.arrived(emails.told(enquiry), link, added=added), now=now)


def reader(enquiry: Enquiry, now: datetime) -> str | None:
    """The address of the person who reads it today; None where nobody was named."""
    person = enquiry.adviser
    if person is not None and enquiry.deputy is not None and queries.away(person, timezone.localdate(now)):
        person = enquiry.deputy
    return person.email if person is not None and person.is_active else None


def reminded(enquiry: Enquiry, *, now: datetime, late: bool) -> None:
    """To whoever answers: the promised day has come. Once the promise is broken, the deputy is told as well."""
    deputy = enquiry.deputy.email if late and enquiry.deputy is not None and enquiry.deputy.is_active else None
    for to in {one for one in (reader(enquiry, now), deputy) if one}:
        link = address(reverse("advice:enquiry", args=[enquiry.pk]))
        draft = emails.reminder(emails.told(enquiry), link, late=late)
        outbox.queue(
            purpose=emails.REMINDER, to=to, subject=draft.subject, body=draft.body,
            key=f"{enquiry.pk}-{timezone.localdate(now):%Y%m%d}", about=reference(enquiry), now=now,
        )  # fmt: skip


def refused(mail: IncomingMail, *, now: datetime) -> None:
    """To whoever wrote a mail that could not be taken: why, and what to do."""
    draft = emails.refused(mail.size // MEGABYTE, is_large=mail.outcome == Outcome.TOO_LARGE)
    outbox.queue(purpose=emails.REFUSED, to=mail.sender, subject=draft.subject, body=draft.body, key=mail.mark, now=now)
