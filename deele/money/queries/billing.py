"""The billing data of carriers, and the number that comes next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from deele.money.models import Billing, Sequence
from deele.money.rules.numbers import number_of
from deele.office.models import Carrier


@dataclass(frozen=True)
class Overview:
    """A carrier in the list."""

    carrier: Carrier
    billing: Billing | None


def overview(carriers: QuerySet[Carrier]) -> list[Overview]:
    """The carriers with their billing data."""
    known = {one.carrier_id: one for one in Billing.objects.filter(carrier__in=carriers.values("pk"))}
    return [Overview(carrier, known.get(carrier.pk)) for carrier in carriers]


def next_number(billing: Billing, today: date) -> str:
    """The number the next document would get today."""
    row = Sequence.objects.filter(carrier=billing.carrier_id, year=today.year).first()
    return number_of(billing.prefix, today.year, (row.last if row else 0) + 1)
