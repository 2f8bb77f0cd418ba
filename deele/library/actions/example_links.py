"""Mail links of good examples: for the contact, and for one answer some years later."""

from datetime import datetime, timedelta

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import reference
from deele.library.models import Example, FollowUp

CONTACT, FOLLOW_UP = "library.contact", "library.follow-up"
CONTACT_VALID, FOLLOW_UP_VALID = timedelta(days=3 * 365), timedelta(days=120)


def for_contact(example: Example, now: datetime) -> str:
    """A token with which the contact sees and ends it; works again and again."""
    return mail_links.issue(
        purpose=CONTACT, subject=reference(example), email=example.contact_email, valid_for=CONTACT_VALID, now=now,
        single_use=False,
    )  # fmt: skip


def for_follow_up(follow_up: FollowUp, now: datetime) -> str:
    """A token for one answer."""
    return mail_links.issue(
        purpose=FOLLOW_UP, subject=reference(follow_up), email=follow_up.example.contact_email,
        valid_for=FOLLOW_UP_VALID, now=now,
    )  # fmt: skip


def number(link: MailLink) -> int:
    """The row a link opens."""
    return int(link.subject.rpartition(":")[2])


def forget(example: Example) -> None:
    """No link opens this example any more, nor the questions that were asked about it."""
    subjects = [reference(example), *(reference(one) for one in example.follow_ups.all())]
    MailLink.objects.filter(subject__in=subjects).delete()
