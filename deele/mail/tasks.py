"""Sending, and erasing what has served its purpose."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from deele.core import jobs
from deele.mail.actions import delivery, outbox


def send(now: datetime) -> None:
    """Send what is due; ends early when the worker is asked to stop."""
    delivery.send_due(timezone.now)


def erase(now: datetime) -> None:
    """Erase the texts of messages whose term has ended, in pieces."""
    before = now - timedelta(days=settings.DEELE_MAIL_KEPT_DAYS)
    while outbox.erase_bodies(before=before, now=now) and not jobs.stopping():
        pass


jobs.periodic("mail.send", timedelta(seconds=1), send, wanted=delivery.wanted)
jobs.periodic("mail.erase", timedelta(days=1), erase)
