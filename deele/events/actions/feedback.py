"""Storing what somebody said. The link is spent in the same transaction and doesn't tell when."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.events.models import Event, Feedback


@transaction.atomic
def give(*, link: MailLink, event: Event, answers: dict[str, Any], now: datetime) -> None:
    """Keep the answers with the day alone. Raises LinkUsed for the second of two.

    The link is marked as used at the moment it was made, not at the moment of the answer: otherwise the one row could
    be found by the time of the other.
    """
    mail_links.redeem(link=link, now=link.created_at)
    Feedback.objects.create(event=event, given_on=timezone.localdate(now), answers=answers)
