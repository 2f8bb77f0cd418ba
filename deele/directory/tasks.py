"""What is due in the directory: confirmations, drafts nobody proved, large imports."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from deele.core.errors import Refusal
from deele.core.jobs import periodic
from deele.directory.actions import imports, index, life
from deele.directory.enums import State
from deele.directory.models import Batch, Entry
from deele.directory.rules import REMIND_AFTER

BATCH = 200
DRAFT_DAYS = 30
AT_ONCE = 500  # rows of an import that are worked on while the person waits


def confirmations(now: datetime) -> None:
    """Ask, remind, mark as old: one step for every entry that is due today."""
    today = timezone.localdate(now)
    due = Entry.objects.due_for_confirmation(today).order_by("next_confirmation_on", "pk")[:BATCH]
    silent = Entry.objects.filter(state=State.DUE, reminded_on__lte=today - REMIND_AFTER).order_by("pk")[:BATCH]
    for entry in [*due, *silent]:
        life.become_due(entry=entry, now=now)


def rebuild_search(now: datetime) -> None:
    """Keep the filters of the search true that only the day changes."""
    index.follow_the_calendar(now)


def unproven_drafts(now: datetime) -> None:
    """Delete what strangers handed in and never proved."""
    old = now - timedelta(days=DRAFT_DAYS)
    Entry.objects.filter(state=State.DRAFT, form_token__isnull=False, created_at__lt=old).delete()


@task()
def check_import(pk: int, user_pk: int | None) -> None:
    """Check a large table. May begin again: every row gets its verdict anew."""
    batch = Batch.objects.get(pk=pk)
    try:
        imports.check(batch=batch, by=person(user_pk))
    except Refusal as refusal:
        imports.note_failure(batch=batch, message=refusal.message)


@task()
def take_over_import(pk: int, user_pk: int | None) -> None:
    """Take a large table over, in one transaction: what a killed worker began was never there."""
    batch = Batch.objects.get(pk=pk)
    try:
        imports.take_over(batch=batch, by=person(user_pk), now=timezone.now())
    except Refusal as refusal:
        imports.note_failure(batch=batch, message=refusal.message)


def person(pk: int | None) -> Any:
    """The person who asked for a job."""
    return get_user_model().objects.filter(pk=pk).first() if pk else None


@transaction.atomic
def check_soon(batch: Batch, by: Any) -> None:
    """Check at once, or by a job where it takes long. Raises what imports.check raises."""
    if batch.total <= AT_ONCE:
        imports.check(batch=batch, by=by)
        return
    imports.wait_for(batch=batch, what="check")
    check_import.enqueue(batch.pk, by.pk)


@transaction.atomic
def take_over_soon(batch: Batch, by: Any) -> None:
    """Take over at once, or by a job where it takes long. Raises what imports.take_over raises."""
    if batch.total <= AT_ONCE:
        imports.take_over(batch=batch, by=by, now=timezone.now())
        return
    imports.wait_for(batch=batch, what="take-over")
    take_over_import.enqueue(batch.pk, by.pk)


periodic("directory.confirmations", timedelta(hours=1), confirmations)
periodic("directory.unproven-drafts", timedelta(hours=24), unproven_drafts)
periodic("directory.search-rebuild", timedelta(hours=24), rebuild_search)
