"""Reading the ledger."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from deele.newsletter.enums import DeliveryState
from deele.newsletter.models import Delivery, Issue, Subscriber
from deele.office.models import Area


def still(area: Area, handles: Iterable[str], *, now: datetime) -> set[str]:
    """Those of the handles whose people would still receive this area's newsletter (queries.subscribers.recipients).

    Asked person by person: otherwise SQLite goes through all active subscribers for every batch.
    """
    takes = Subscriber.areas.through.objects.filter(subscriber=OuterRef("pk"), area=area)
    people = Subscriber.objects.active().not_paused(timezone.localdate(now)).not_suppressed(area).filter(Exists(takes))
    same = people.filter(pk=OuterRef("pk"))
    return set(Subscriber.objects.filter(Exists(same), handle__in=list(handles)).values_list("handle", flat=True))


def copies(issue: Issue, *, state: str = "", text: str = "") -> QuerySet[Delivery]:
    """The copies of an issue for the list of recipients."""
    found = Delivery.objects.filter(issue=issue)
    if state in DeliveryState.values:
        found = found.filter(state=state)
    return found.filter(email__istartswith=text) if text else found
