"""Giving money back: to which account, and that it has gone."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.audit.actions import record, reference
from deele.events import enums
from deele.events.models import Event, RefundAccount, Registration
from deele.money import queries as money
from deele.money.actions import payments


@transaction.atomic
def give_account(*, registration: Registration, holder: str, iban: str, by: Any, now: datetime) -> None:
    """Note where the money goes to; a later account takes the place of the first."""
    values = {"holder": holder, "iban": iban}
    RefundAccount.objects.update_or_create(registration=registration, defaults=values)
    record(enums.ACCOUNT_GIVEN, by=by, about=registration, now=now)


@transaction.atomic
def paid_back(*, registration: Registration, by: Any, now: datetime) -> int:
    """Book all that is owed to a registration as paid back and forget its account; returns the cents.

    A second click finds nothing left and books nothing.
    """
    total = 0
    for invoice in money.about(reference(registration)):
        bill = payments.lock(invoice)
        if bill.refund_cents:
            total += bill.refund_cents
            payments.refund(
                invoice=bill, amount_cents=bill.refund_cents, booked_on=timezone.localdate(now), by=by, now=now
            )
    if total:
        RefundAccount.objects.filter(registration=registration).delete()
        record(enums.PAID_BACK, by=by, about=registration, data={"amount_cents": total}, now=now)
    return total


def listed(*, event: Event, people: int, by: Any, now: datetime) -> None:
    """Write down who took the list with the accounts."""
    record(enums.REFUNDS_LISTED, by=by, about=event, data={"people": people}, now=now)
