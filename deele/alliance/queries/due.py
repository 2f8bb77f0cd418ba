"""Which profiles are to be asked about."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from deele.alliance.enums import State
from deele.alliance.models import Delegate, Membership, Profile
from deele.alliance.rules.moves import REMIND_DAYS, REMINDERS


def to_ask(now: datetime, limit: int) -> list[Profile]:
    """Due for the first question, or for a reminder."""
    fresh = Q(membership__state=State.PUBLISHED, next_review_on__lte=timezone.localdate(now), asked_times=0)
    before = now - timedelta(days=REMIND_DAYS)
    again = Q(membership__state=State.REVIEW, asked_times__range=(1, REMINDERS), asked_at__lte=before)
    rows = Profile.objects.filter(fresh | again).select_related("membership").order_by("next_review_on", "pk")
    return list(rows[:limit])


def overdue(now: datetime) -> "QuerySet[Membership]":
    """Members that did not answer after all reminders, or have nobody who could."""
    before = now - timedelta(days=REMIND_DAYS)
    somebody = Delegate.objects.active(timezone.localdate(now)).filter(membership=OuterRef("pk"))
    silent = Q(profile__asked_times__gt=REMINDERS, profile__asked_at__lte=before)
    return Membership.objects.filter(Q(state=State.REVIEW) & (silent | ~Exists(somebody)))
