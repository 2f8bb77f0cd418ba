"""The monthly radar: overlaps nobody decided about, told to those who look after the alliance."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.addresses import address
from deele.likeness import emails
from deele.likeness.models import Overlap
from deele.likeness.queries import checking, overlaps
from deele.mail.actions import outbox
from deele.mail.models import OutgoingMail

PURPOSE = "likeness.radar"
MOST = 10  # pairs a mail names
OLD_ENOUGH = timedelta(days=7)  # whoever plans has a week to decide
MONTH = timedelta(days=28)


@transaction.atomic
def write(*, now: datetime) -> int:
    """One mail a month to each of them, only where something waits longer than a week. Returns how many."""
    waiting = overlaps.radar().filter(found_at__lte=now - OLD_ENOUGH)
    pairs, total = list(waiting[:MOST]), waiting.count()
    if not pairs:
        return 0
    today = timezone.localdate(now)
    people = get_user_model().objects.filter(is_active=True, grants__isnull=False).exclude(email="").distinct()
    mine = [user for user in people.order_by("pk") if access.can(user, Permission.ALLIANCE_WORK, day=today)]
    return sum(write_to(user, pairs, total, now) for user in mine)


def write_to(user: Any, pairs: list[Overlap], total: int, now: datetime) -> bool:
    """The mail to one of them, with no title they may not see. False where one went less than a month ago."""
    today = timezone.localdate(now)
    if OutgoingMail.objects.filter(purpose=PURPOSE, to=user.email, key__gt=f"{today - MONTH:%Y-%m-%d}").exists():
        return False  # the key is the day it was written
    told = [(row.title, row.other.title) for row in checking.radar_rows(pairs, user)]
    draft = emails.radar(told, total, address(reverse("likeness:radar")))
    outbox.queue(purpose=PURPOSE, to=user.email, key=f"{today:%Y-%m-%d}", now=now, **draft._asdict())
    return True
