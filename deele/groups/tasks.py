"""What is due in groups: reminders of sessions, and the mailbox their answers come to."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from deele.core import jobs
from deele.groups.actions import session_mailbox as mailbox
from deele.groups.actions import sessions
from deele.mail.actions.mailbox import PORTION


def remind(now: datetime) -> None:
    """Remind of sessions that come soon."""
    sessions.remind(now)


def read_mailbox(now: datetime) -> None:
    """Read the answers to invitations, a portion at a time."""
    while not jobs.stopping():
        if mailbox.read_mailbox(settings.DEELE_GROUPS, now=timezone.now, stopping=jobs.stopping) < PORTION:
            return


def has_mailbox(now: datetime) -> bool:
    """Whether there is one to read."""
    return bool(settings.DEELE_GROUPS["host"])


jobs.periodic("groups.reminders", timedelta(hours=1), remind)
jobs.periodic("groups.mailbox", timedelta(minutes=2), read_mailbox, wanted=has_mailbox)
