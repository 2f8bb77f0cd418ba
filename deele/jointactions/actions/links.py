"""Mail links for those who send something in: they look after it without an account."""

from datetime import datetime, timedelta

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import reference
from deele.jointactions.models import Submission

OWN = "jointactions.own"
VALID_FOR = timedelta(days=3 * 365)  # a photo may hang for years; so long its owner must reach it


def issue(submission: Submission, *, now: datetime) -> str:
    """Make a link to what was sent in; returns the token."""
    return mail_links.issue(
        purpose=OWN, subject=reference(submission), email=submission.email, valid_for=VALID_FOR, now=now,
        single_use=False,
    )  # fmt: skip


def submission_of(link: MailLink) -> Submission | None:
    """What the link opens, as long as the address is still its own."""
    number = link.subject.rpartition(":")[2]
    rows = Submission.objects.select_related("call__action").prefetch_related("photos__used_in")
    return rows.filter(pk=int(number), email__iexact=link.email).first() if number.isdigit() else None


def forget(submission: Submission) -> None:
    """Nothing opens it any more."""
    MailLink.objects.filter(subject=reference(submission)).delete()
