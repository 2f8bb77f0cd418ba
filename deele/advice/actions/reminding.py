"""Reminders of enquiries: on the promised day, on working days after it, and when somebody wanted to look again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from deele.advice.actions import enquiry_post as post
from deele.advice.models import Enquiry
from deele.advice.queries import enquiries as queries
from deele.advice.rules import enquiries as rules

MORNING = 7  # nobody is reminded in the night


def remind(now: datetime) -> None:
    """Once a working day for each enquiry; the deputy is told while the adviser is away."""
    here = timezone.localtime(now)
    if here.hour >= MORNING and rules.is_working_day(here.date(), queries.state_key()):
        for enquiry in queries.due(here.date()):
            remind_of(enquiry, now)


@transaction.atomic
def remind_of(enquiry: Enquiry, now: datetime) -> None:
    """One mail and its mark, or neither."""
    today = timezone.localdate(now)
    if Enquiry.objects.filter(pk=enquiry.pk).exclude(reminded_on=today).update(reminded_on=today):
        post.reminded(enquiry, now=now, late=enquiry.answered_at is None and enquiry.promised_on < today)
