"""Carriers that may bill, and documents for tests."""

from datetime import UTC, datetime

from deele.money.actions import drawing, invoices
from deele.money.kinds import Line, Recipient
from deele.money.models import Billing
from deele.office.models import Carrier

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
IBAN = "DE02120300000000202051"  # made up by banks for examples, right check digits
LEITWEG = "991-03730-19"
TOWN = Recipient("Gemeinde Muster", "Rathausplatz 1\n27283 Verden", "kasse@beispiel.de")


def carrier(**fields):
    return Carrier.objects.create(**{"name": "Träger Muster e. V.", "address": "Musterweg 2\n30159 Hannover", **fields})


def billing(of=None, **fields):
    of = of or carrier()
    return Billing.objects.create(
        **{
            "carrier": of,
            "account_holder": "Träger Muster e. V.",
            "iban": IBAN,
            "bic": "BYLADEM1001",
            "bank": "Bank Muster",
            "tax_number": "25/206/12345",
            "contact_name": "Kasse Muster",
            "contact_email": "rechnung@beispiel.de",
            "contact_phone": "0511 12345",
            **fields,
        }
    )


def line(title="Fachtag Wohnen im Alter, 14. November 2026", quantity=1, cents=5900, detail="Anmeldung Nr. 12"):
    return Line(title, quantity, cents, detail)


def invoice(of=None, **given):
    """An invoice of 59 euros, issued on 24 November 2026, due on 8 December, with its paper and mail."""
    made = number(of, **given)
    drawing.draw(invoice=made, now=given.get("now", NOW))
    return made


def cancelled(invoice, reason=""):
    """The cancellation of an invoice, with its paper and mail."""
    made = invoices.cancel(invoice=invoice, reason=reason, by=None, now=NOW)
    drawing.draw(invoice=made, now=NOW)
    return made


def number(of=None, **given):
    """The same as it is until the job draws it."""
    who = of or (Billing.objects.first() or billing()).carrier
    return invoices.issue(
        **{
            "carrier": who,
            "recipient": TOWN,
            "lines": [line()],
            "about": "events.registration:12",
            "by": None,
            "now": NOW,
            "service": "14. November 2026",
            "subject": "Fachtag Wohnen im Alter",
            **given,
        }
    )
