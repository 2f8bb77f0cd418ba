"""Queues the mails of joint actions, inside the transaction of what they speak of."""

from datetime import datetime

from django.urls import reverse

from deele.audit.actions import reference
from deele.core.addresses import address
from deele.jointactions import emails
from deele.jointactions.actions import links
from deele.jointactions.enums import Refused
from deele.jointactions.models import Submission
from deele.jointactions.queries import words
from deele.mail.actions import outbox
from deele.mail.enums import Draft


def own_link(submission: Submission, now: datetime) -> str:
    """A fresh link to one's own page."""
    return address(reverse("jointactions:own", args=[links.issue(submission, now=now)]))


def queue(
    submission: Submission, purpose: str, draft: Draft, *, now: datetime, to: str = "", urgent: bool = False
) -> None:
    """One row; each time something happens is a row of its own."""
    outbox.queue(
        purpose=purpose, to=to or submission.email, key=f"{submission.pk}-{now:%Y%m%d%H%M%S%f}",
        about=reference(submission), urgency="now" if urgent else "normal", now=now, **draft._asdict(),
    )  # fmt: skip


def your_link(submission: Submission, *, now: datetime) -> None:
    """After the first step, or when asked for again."""
    call = submission.call
    draft = emails.your_link(call.title, own_link(submission, now), words.closes(call))
    queue(submission, emails.LINK, draft, now=now, urgent=True)


def received(submission: Submission, *, now: datetime) -> None:
    """Handed in."""
    queue(submission, emails.RECEIVED, emails.received(submission.call.title, own_link(submission, now)), now=now)


def taken(submission: Submission, *, now: datetime) -> None:
    """Taken."""
    queue(submission, emails.TAKEN, emails.taken(submission.call.title, own_link(submission, now)), now=now)


def asked_back(submission: Submission, *, now: datetime) -> None:
    """Asked back, with the question."""
    draft = emails.asked_back(submission.call.title, submission.answer, own_link(submission, now))
    queue(submission, emails.ASKED, draft, now=now)


def refused(submission: Submission, reason: str, *, now: datetime) -> None:
    """Refused, with the reason in words."""
    words_of = str(Refused(reason).label)
    queue(submission, emails.REFUSED, emails.refused(submission.call.title, words_of, submission.answer), now=now)


def goodbye(submission: Submission, to: str, places: list[str], *, now: datetime) -> None:
    """Withdrawn; the address is gone from the row by now."""
    if to:
        queue(submission, emails.GOODBYE, emails.goodbye(submission.call.title, places), now=now, to=to)
