"""Which examples are to be asked about again."""

from datetime import date

from django.db.models import QuerySet

from deele.library.enums.examples import ExampleState
from deele.library.models import Example


def to_ask(today: date, limit: int) -> QuerySet[Example]:
    """Published ones with a contact whose day has come."""
    rows = Example.objects.filter(state=ExampleState.PUBLISHED, follow_up_on__lte=today, contact_since__isnull=False)
    return rows.exclude(contact_email="").order_by("follow_up_on", "pk")[:limit]
