"""Queues the directory's mails, inside the transaction of what they speak of."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format

from deele.audit.actions import reference
from deele.core.addresses import address
from deele.directory import emails
from deele.directory.actions import links
from deele.directory.models import Entry, Message
from deele.mail.actions import outbox
from deele.mail.enums import Draft


def hold_link(entry: Entry, now: datetime) -> str:
    """A fresh link under which the people behind an entry look after it."""
    return address(reverse("directory:hold", args=[links.issue(entry, purpose=links.HOLD, now=now)]))


def queue(
    entry: Entry, purpose: str, draft: Draft, *, key: str, now: datetime, to: str = "", urgency: str = "normal",
    reply_to: str = "",
) -> None:  # fmt: skip
    """One row; goes to the contact of the entry unless told otherwise."""
    outbox.queue(
        purpose=purpose,
        to=to or entry.contact_email,
        subject=draft.subject,
        body=draft.body,
        key=key,
        about=reference(entry),
        urgency=urgency,
        reply_to=reply_to,
        now=now,
    )


def please_prove_address(entry: Entry, *, now: datetime) -> None:
    """After a public submission."""
    token = links.issue(entry, purpose=links.SUBMIT, now=now)
    draft = emails.please_prove_address(entry.title, address(reverse("directory:prove", args=[token])))
    queue(entry, emails.PROVE, draft, key=str(entry.pk), now=now, urgency="now")


def please_confirm(entry: Entry, *, now: datetime, extra: bool = False) -> None:
    """One a reminder of the yearly round; `extra` ones a person of the office sends."""
    since = date_format(entry.public_since or entry.created_at, "j. F Y")
    key = f"{entry.pk}-{entry.state_since:%Y%m%d}-{entry.reminders}"
    draft = emails.please_confirm(entry.title, hold_link(entry, now), since)
    queue(entry, emails.CONFIRM, draft, key=f"{key}-{now:%Y%m%d%H%M%S}" if extra else key, now=now)


def your_link(entry: Entry, *, now: datetime) -> None:
    """Asked for on the entry's page."""
    draft = emails.your_link(entry.title, hold_link(entry, now))
    queue(entry, emails.LINK, draft, key=f"{entry.pk}-{now:%Y%m%d%H%M%S%f}", now=now, urgency="now")


def published(entry: Entry, *, now: datetime) -> None:
    """Good news, once for each time it becomes public."""
    draft = emails.published(entry.title, address(entry.get_absolute_url()))
    queue(entry, emails.PUBLISHED, draft, key=f"{entry.pk}-{now:%Y%m%d%H%M%S}", now=now)


def refused(entry: Entry, *, now: datetime) -> None:
    """Bad news, with its reason."""
    draft = emails.refused(entry.title, entry.state_reason)
    queue(entry, emails.REFUSED, draft, key=f"{entry.pk}-{now:%Y%m%d%H%M%S}", now=now)


def question(entry: Entry, *, now: datetime) -> None:
    """The reviewer's question."""
    draft = emails.question(entry.title, entry.state_reason, hold_link(entry, now))
    queue(entry, emails.QUESTION, draft, key=f"{entry.pk}-{now:%Y%m%d%H%M%S}", now=now)


def pass_on(message: Message, *, to: str, now: datetime) -> None:
    """A stranger's message, and the note to the stranger that it went."""
    entry = message.entry
    draft = emails.passed_on(entry.title, message.name, message.email, message.text)
    queue(entry, emails.RELAY, draft, key=message.token, now=now, to=to, urgency="now", reply_to=message.email)
    copy = emails.copy_of_message(entry.title)
    queue(entry, emails.RELAY_COPY, copy, key=message.token, now=now, to=message.email, urgency="now")
