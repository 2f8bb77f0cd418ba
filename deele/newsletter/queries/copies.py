"""Reading the ledger."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from deele.newsletter.enums import DeliveryState
from deele.newsletter.models import Delivery, Issue
from deele.newsletter.queries.subscribers import recipients
from deele.office.models import Area


def still(area: Area, handles: Iterable[str], *, now: datetime) -> set[str]:
    """Those of the handles whose people would still receive this area's newsletter."""
    return set(recipients(area, now=now).filter(handle__in=list(handles)).values_list("handle", flat=True))


def copies(issue: Issue, *, state: str = "", text: str = "") -> QuerySet[Delivery]:
    """The copies of an issue for the list of recipients."""
    found = Delivery.objects.filter(issue=issue)
    if state in DeliveryState.values:
        found = found.filter(state=state)
    return found.filter(email__istartswith=text) if text else found
