"""What is due in the directory: confirmations, drafts nobody proved."""

from datetime import datetime, timedelta

from django.utils import timezone

from deele.core.jobs import periodic
from deele.directory.actions import life
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.rules import REMIND_AFTER

BATCH = 200
DRAFT_DAYS = 30


def confirmations(now: datetime) -> None:
    """Ask, remind, mark as old: one step for every entry that is due today."""
    today = timezone.localdate(now)
    due = Entry.objects.due_for_confirmation(today).order_by("next_confirmation_on", "pk")[:BATCH]
    silent = Entry.objects.filter(state=State.DUE, reminded_on__lte=today - REMIND_AFTER).order_by("pk")[:BATCH]
    for entry in [*due, *silent]:
        life.become_due(entry=entry, now=now)


def unproven_drafts(now: datetime) -> None:
    """Delete what strangers handed in and never proved."""
    old = now - timedelta(days=DRAFT_DAYS)
    Entry.objects.filter(state=State.DRAFT, form_token__isnull=False, created_at__lt=old).delete()


periodic("directory.confirmations", timedelta(hours=1), confirmations)
periodic("directory.unproven-drafts", timedelta(hours=24), unproven_drafts)
