"""Invented billing data, so that a demonstration house can write invoices."""

from datetime import datetime

from django.db import transaction

from deele.audit.actions import record
from deele.money import enums
from deele.money.models import Billing
from deele.office.models import Carrier

IBAN = "DE02120300000000202051"  # an example with right check digits
ADDRESS = "Musterweg 2\n30159 Hannover"


@transaction.atomic
def furnish(*, now: datetime) -> int:
    """Give every carrier that has none billing data and a postal address; returns how many got some."""
    bare = Carrier.objects.filter(billing=None).order_by("pk")
    made = [furnish_one(carrier, now) for carrier in bare]
    return len(made)


def furnish_one(carrier: Carrier, now: datetime) -> Billing:
    """One carrier. The first bears RE, the next ones RE2, RE3 …"""
    if not carrier.address.strip():
        carrier.address = ADDRESS
        carrier.save(update_fields=["address", "updated_at"])
    count = Billing.objects.count()
    billing = Billing.objects.create(
        carrier=carrier,
        account_holder=carrier.name[:70],
        iban=IBAN,
        bank="Bank Muster",
        tax_number="25/206/12345",
        prefix=f"RE{count + 1}" if count else "RE",
        contact_name="Kasse Muster",
        contact_email="kasse@deele.example",
        contact_phone="0511 12345",
    )
    record(enums.BILLING_CHANGED, by=None, about=billing, now=now)
    return billing
