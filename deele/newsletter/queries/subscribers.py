"""Reading subscribers."""

from datetime import datetime

from django.utils import timezone

from deele.newsletter.models import Subscriber
from deele.newsletter.models.subscribers import SubscriberQuerySet
from deele.office.models import Area


def recipients(area: Area, *, now: datetime) -> SubscriberQuerySet:
    """Who gets an issue of this area today: confirmed, not ended, not paused, not on the list of suppressions.

    Ask it again, row by row, when a copy leaves: who unsubscribed in the meantime is then no longer in it.
    """
    today = timezone.localdate(now)
    return Subscriber.objects.active().for_areas(area).not_paused(today).not_suppressed(area)
