"""What is due in the newsletter: old sign-ups, mail that came back, large lists."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from deele.core import jobs
from deele.newsletter.actions import digests, imports, mailbox, sending, sending_returns, subscribing
from deele.newsletter.models import ListImport
from deele.newsletter.queries import progress

AT_ONCE = 500  # rows of a list that are taken over while the person waits


def tidy(now: datetime) -> None:
    """Delete sign-ups nobody confirmed."""
    subscribing.tidy(now=now)


def forgive(now: datetime) -> None:
    """Forget temporary failures of people whose copies arrive again."""
    sending_returns.forgive(now)


def mail_that_came_back(now: datetime) -> None:
    """Read the mailbox of returned mail, a portion at a time."""
    while not jobs.stopping():
        if mailbox.read_mailbox(settings.DEELE_BOUNCE, now=timezone.now, stopping=jobs.stopping) < mailbox.PORTION:
            return


def has_mailbox(now: datetime) -> bool:
    """Whether there is one to read."""
    return bool(settings.DEELE_BOUNCE["host"])


@task()
def take_over_list(pk: int, user_pk: int | None) -> None:
    """Take a large list over, in one transaction: what a killed worker began was never there."""
    person = get_user_model().objects.filter(pk=user_pk).first()
    imports.take_over(batch=ListImport.objects.get(pk=pk), by=person, now=timezone.now())


@transaction.atomic
def take_over_soon(batch: ListImport, by: Any) -> None:
    """Take over at once, or by a job where it takes long. Raises imports.NothingToTake."""
    if batch.total <= AT_ONCE:
        imports.take_over(batch=batch, by=by, now=timezone.now())
        return
    imports.wait_for(batch=batch)
    take_over_list.enqueue(batch.pk, by.pk)


def send(now: datetime) -> None:
    """Send what is due of the released issues for one slice of time."""
    sending.send_due(timezone.now)


def tell_what_is_new(now: datetime) -> None:
    """Make the overviews of what is new in people's districts and topics."""
    digests.work(timezone.now)


jobs.periodic("newsletter.tidy", timedelta(hours=1), tidy)
jobs.periodic("newsletter.forgive", timedelta(days=1), forgive)
jobs.periodic("newsletter.returns", timedelta(minutes=5), mail_that_came_back, wanted=has_mailbox)
jobs.periodic("newsletter.digest", timedelta(minutes=10), tell_what_is_new, wanted=digests.wanted)
# No pause between two slices: the limits per minute are the pause, and other short jobs have their turn in between.
jobs.periodic(progress.JOB, timedelta(0), send, wanted=sending.wanted)
