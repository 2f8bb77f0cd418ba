"""Who would be reminded today."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from deele.money.enums import UNPAID
from deele.money.models import Billing, Invoice
from deele.money.rules.states import LEVELS, remind_from


@dataclass(frozen=True)
class Due:
    """An invoice and the step that comes next for it."""

    invoice: Invoice
    level: int
    fee_cents: int


def candidates() -> QuerySet[Invoice]:
    """Unpaid invoices with a step left and nobody in doubt about them."""
    open_ones = Invoice.objects.unpaid().filter(on_hold=False, dunning_level__lt=LEVELS[-1])
    return open_ones.select_related("carrier__billing", "delivery").order_by("due_on", "pk")


def next_step(invoice: Invoice, billing: Billing, today: date) -> Due | None:
    """The step that is due today; None when it is too early or none is left."""
    if invoice.dunning_level >= LEVELS[-1]:
        return None
    step = billing.steps[invoice.dunning_level]
    first = remind_from(level=invoice.dunning_level, due_on=invoice.due_on, dunned_on=invoice.dunned_on, days=step.days)
    return Due(invoice, invoice.dunning_level + 1, step.fee_cents) if first <= today else None


def step_of(invoice: Invoice, today: date) -> Due | None:
    """The step that could be taken for this invoice today; None where nobody may be reminded."""
    billing = Billing.objects.filter(carrier=invoice.carrier_id).first()
    if billing is None or invoice.on_hold or invoice.state not in UNPAID:
        return None
    return next_step(invoice, billing, today)


def due(today: date, among: QuerySet[Invoice] | None = None) -> list[Due]:
    """All that are due, oldest first; `among` narrows to the invoices somebody may see."""
    rows = candidates().filter(due_on__lt=today)
    if among is not None:
        rows = rows.filter(pk__in=among.values("pk"))
    found = (next_step(invoice, invoice.carrier.billing, today) for invoice in rows)  # type: ignore[attr-defined]  # one to one, made at run time
    return [one for one in found if one is not None]


def automatic() -> Q:
    """The invoices of carriers that let reminders go without asking."""
    return Q(carrier__billing__reminds_alone=True)
