"""The addresses of money for the sweep, and one of everything they ask for."""

from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.money.actions import bank, payments
from deele.money.models import BankLine
from deele.money.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
money:list                   GET  -                                     in  -   403 200 403 200 403
money:reminders              GET  -                                     in  -   403 200 403 200 403
money:reminders              POST -                                     in  -   403 go  403 go  403
money:books                  GET  -                                     in  -   403 200 403 200 403
money:billing-list           GET  -                                     in  -   403 200 403 200 403
money:billing                GET  carrier_pk=carrier                    in  -   403 200 403 200 403
money:billing                POST carrier_pk=carrier                    in  -   403 200 403 200 403
money:billing                GET  carrier_pk=unknown                    in  -   403 404 403 404 403
money:bank                   GET  -                                     in  -   403 200 403 200 403
money:bank                   POST -                                     in  -   403 200 403 200 403
money:bank-book-sure         POST -                                     in  -   403 go  403 go  403
money:bank-line              GET  pk=bank-line                          in  -   403 200 403 200 403
money:bank-line              GET  pk=unknown                            in  -   403 404 403 404 403
money:bank-book              POST pk=bank-line                          in  -   403 200 403 200 403
money:bank-ignore            POST pk=bank-line                          in  -   403 go  403 go  403
money:bank-take-up           POST pk=bank-line                          in  -   403 go  403 go  403
money:invoice                GET  pk=invoice                            in  -   403 200 403 200 403
money:invoice                GET  pk=unknown                            in  -   403 404 403 404 403
money:file                   GET  pk=invoice,form=pdf                   in  -   403 200 403 200 403
money:file                   GET  pk=invoice,form=xml                   in  -   403 404 403 404 403
money:file                   GET  pk=invoice,form=note                  in  -   403 404 403 404 403
money:book                   POST pk=invoice                            in  -   403 200 403 200 403
money:refund                 POST pk=invoice                            in  -   403 200 403 200 403
money:take-back              POST pk=invoice,payment_pk=payment         in  -   403 go  403 go  403
money:cancel                 POST pk=invoice                            in  -   403 200 403 200 403
money:waive                  POST pk=invoice                            in  -   403 200 403 200 403
money:send                   POST pk=invoice                            in  -   403 200 403 200 403
money:remind                 POST pk=invoice                            in  -   403 go  403 go  403
money:hold                   POST pk=invoice                            in  -   403 go  403 go  403
money:reminder               GET  pk=invoice,level=1                    in  -   403 404 403 404 403
"""

STATEMENT = b"Buchungstag;Verwendungszweck;Name Zahlungsbeteiligter;Betrag\n24.11.2026;Spende;Person Muster;50,00\n"


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    area.carrier.address = "Musterweg 2\n30159 Hannover"
    area.carrier.save()
    billing = factories.billing(area.carrier)
    invoice = factories.invoice(billing.carrier)
    now = timezone.now()
    paid = payments.book(
        invoice=invoice, amount_cents=1000, booked_on=timezone.localdate(now), by=people["leitung"], now=now
    )
    bank.take_in(carrier=billing.carrier, content=STATEMENT, name="umsatz.csv", by=people["leitung"], now=now)
    return {"invoice": invoice.pk, "payment": paid.pk, "bank-line": BankLine.objects.get().pk}
