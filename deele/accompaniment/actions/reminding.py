"""Plans that went quiet: their advisers get one mail a month with all of theirs."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from deele.accompaniment import emails, enums
from deele.accompaniment.actions.group import address
from deele.accompaniment.models import Plan
from deele.accompaniment.queries import plans as queries
from deele.audit import actions as audit
from deele.mail.actions import outbox


@transaction.atomic
def remind(*, now: datetime) -> int:
    """One mail to each adviser with quiet plans; run again in the same month it sends nothing. Returns how many."""
    today = timezone.localdate(now)
    rows = queries.silent(Plan.objects.exclude(adviser=None).select_related("adviser"), today)
    by_adviser: dict[str, list[Plan]] = {}
    for plan in rows:
        if plan.adviser and plan.adviser.is_active and plan.adviser.email:
            by_adviser.setdefault(plan.adviser.email, []).append(plan)
    return sum(write(email, found, now) for email, found in by_adviser.items())


def write(email: str, found: list[Plan], now: datetime) -> bool:
    """The mail to one adviser. False where it went this month already."""
    today = timezone.localdate(now)
    told = [(plan.title, (today - (plan.last_contact_on or plan.begun_on)).days) for plan in found]
    draft = emails.quiet(told, address(f"{reverse('accompaniment:list')}?tab=still"))
    mail = outbox.queue(purpose="accompaniment.quiet", to=email, key=f"{today:%Y-%m}", now=now, **draft._asdict())
    if mail.created_at < now:
        return False
    for plan in found:
        audit.record(enums.REMINDED, by=None, about=plan, now=now)
    return True
