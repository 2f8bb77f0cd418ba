"""Queues the mails of notices, inside the transaction of what they speak of."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format

from deele.audit.actions import reference
from deele.core.addresses import address
from deele.mail.actions import outbox
from deele.mail.enums import Draft
from deele.notices import emails
from deele.notices.actions import links
from deele.notices.models import Message, Notice, Proposal
from deele.notices.queries import words
from deele.notices.queries.proposals import title_for


def hold_link(notice: Notice, now: datetime) -> str:
    """A fresh link to one's own page."""
    return address(reverse("notices:hold", args=[links.issue(notice, purpose=links.HOLD, now=now)]))


def proposal_link(notice: Notice, proposal: Proposal, now: datetime) -> str:
    """A fresh link to a proposal, seen from this notice."""
    token = links.issue(notice, purpose=links.HOLD, now=now)
    return address(reverse("notices:hold-proposal", args=[token, proposal.pk]))


def queue(
    notice: Notice, purpose: str, draft: Draft, *, key: str, now: datetime, to: str = "", urgency: str = "normal",
    reply_to: str = "",
) -> None:  # fmt: skip
    """One row; goes to the person behind the notice unless told otherwise."""
    outbox.queue(
        purpose=purpose,
        to=to or notice.contact_email,
        subject=draft.subject,
        body=draft.body,
        key=key,
        about=reference(notice),
        urgency=urgency,
        reply_to=reply_to,
        now=now,
    )


def stamp(notice: Notice, now: datetime) -> str:
    """A key that differs each time something happens to a notice."""
    return f"{notice.pk}-{now:%Y%m%d%H%M%S%f}"


def please_prove(notice: Notice, *, now: datetime) -> None:
    """After handing in."""
    token = links.issue(notice, purpose=links.PROVE, now=now)
    draft = emails.please_prove(notice.title, address(reverse("notices:prove", args=[token])))
    queue(notice, emails.PROVE, draft, key=str(notice.pk), now=now, urgency="now")


def your_link(notice: Notice, *, now: datetime) -> None:
    """Asked for, or after the address was proven."""
    draft = emails.your_link(notice.title, hold_link(notice, now))
    queue(notice, emails.LINK, draft, key=stamp(notice, now), now=now, urgency="now")


def published(notice: Notice, *, now: datetime) -> None:
    """Each time the office has read it and lets it in."""
    draft = emails.published(notice.title, hold_link(notice, now), day(notice))
    queue(notice, emails.PUBLISHED, draft, key=stamp(notice, now), now=now)


def refused(notice: Notice, *, now: datetime) -> None:
    """With its reason."""
    draft = emails.refused(notice.title, notice.state_reason, hold_link(notice, now))
    queue(notice, emails.REFUSED, draft, key=stamp(notice, now), now=now)


def blocked(notice: Notice, *, now: datetime) -> None:
    """With its reason."""
    draft = emails.blocked(notice.title, notice.state_reason)
    queue(notice, emails.BLOCKED, draft, key=stamp(notice, now), now=now)


def please_renew(notice: Notice, *, now: datetime) -> None:
    """Once for each day it runs out."""
    draft = emails.please_renew(notice.title, hold_link(notice, now), day(notice))
    queue(notice, emails.RENEW, draft, key=f"{notice.pk}-{notice.expires_on}", now=now)


def expired(notice: Notice, *, now: datetime) -> None:
    """Once for each day it ran out."""
    draft = emails.expired(notice.title, hold_link(notice, now))
    queue(notice, emails.EXPIRED, draft, key=f"{notice.pk}-{notice.expires_on}", now=now)


def goodbye(notice: Notice, *, now: datetime) -> None:
    """Before the address is deleted."""
    queue(notice, emails.GOODBYE, emails.goodbye(notice.title), key=str(notice.pk), now=now)


def pass_on(message: Message, *, now: datetime) -> None:
    """A stranger's message, and the note to the stranger that it went."""
    notice = message.notice
    draft = emails.passed_on(notice.title, message.name, message.email, message.text, hold_link(notice, now))
    queue(notice, emails.RELAY, draft, key=message.token, now=now, urgency="now", reply_to=message.email)
    copy = emails.copy_of_message(notice.title)
    queue(notice, emails.RELAY_COPY, copy, key=message.token, now=now, to=message.email, urgency="now")


def interest(proposal: Proposal, to: Notice, *, now: datetime) -> None:
    """Do you want to meet? Once for each side."""
    reasons = words.sentences(proposal.reasons, fits=True)
    link = proposal_link(to, proposal, now)
    draft = emails.interest(to.title, title_for(proposal, proposal.other(to)), reasons, link)
    queue(to, emails.INTEREST, draft, key=f"{proposal.pk}-{to.pk}", now=now)


def introduced(proposal: Proposal, to: Notice, *, now: datetime) -> None:
    """Both said yes: the other's name and address. Answers go to the other directly."""
    other = proposal.other(to)
    draft = emails.introduced(to.title, other.title, other.contact_name, other.contact_email)
    key = f"{proposal.pk}-{to.pk}"
    queue(to, emails.INTRODUCED, draft, key=key, now=now, urgency="now", reply_to=other.contact_email)


def outcome(proposal: Proposal, to: Notice, *, now: datetime) -> None:
    """What came of it? Once for each side."""
    other = title_for(proposal, proposal.other(to))
    draft = emails.outcome(to.title, other, proposal_link(to, proposal, now))
    queue(to, emails.OUTCOME, draft, key=f"{proposal.pk}-{to.pk}", now=now)


def day(notice: Notice) -> str:
    """Until when it holds, in words."""
    return date_format(notice.expires_on, "j. F Y") if notice.expires_on else ""
