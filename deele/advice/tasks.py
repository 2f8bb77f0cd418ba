"""What is due in advice: reminders of enquiries whose promised day has come, and the mailbox for enquiries."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from deele.advice.actions import enquiry_mailbox as mailbox
from deele.advice.actions import reminding
from deele.core import jobs


def read_mailbox(now: datetime) -> None:
    """Read the mailbox for enquiries, a portion at a time."""
    while not jobs.stopping():
        if mailbox.read_mailbox(settings.DEELE_ENQUIRY, now=timezone.now, stopping=jobs.stopping) < mailbox.PORTION:
            return


def has_mailbox(now: datetime) -> bool:
    """Whether there is one to read."""
    return bool(settings.DEELE_ENQUIRY["host"])


jobs.periodic("advice.reminders", timedelta(hours=1), reminding.remind)
jobs.periodic("advice.mailbox", timedelta(minutes=2), read_mailbox, wanted=has_mailbox)
