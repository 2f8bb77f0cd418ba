"""How matters stand for what was billed, by its reference."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from deele.money.enums import Kind
from deele.money.kinds import Standing
from deele.money.models import Invoice


def about(reference: str) -> QuerySet[Invoice]:
    """The documents for one reference such as "events.registration:12", oldest first."""
    return Invoice.objects.filter(about=reference).order_by("pk")


def standing(references: Iterable[str]) -> dict[str, Standing]:
    """How matters stand for each of these references, in one query. References without a document are left out."""
    wanted = [reference for reference in references if reference]
    found: dict[str, list[Invoice]] = defaultdict(list)
    for invoice in Invoice.objects.filter(about__in=wanted).defer("pdf", "xml", "lines").order_by("pk"):
        found[invoice.about].append(invoice)
    return {reference: summed(invoices) for reference, invoices in found.items()}


def summed(invoices: list[Invoice]) -> Standing:
    """The documents of one reference taken together."""
    today = timezone.localdate()
    bills = [invoice for invoice in invoices if invoice.kind == Kind.INVOICE]
    return Standing(
        total_cents=sum(invoice.owed_cents for invoice in bills),
        paid_cents=sum(invoice.paid_cents for invoice in bills),
        open_cents=sum(invoice.open_cents for invoice in bills),
        refund_cents=sum(invoice.refund_cents for invoice in bills),
        overdue=any(invoice.is_overdue(today) for invoice in bills),
        invoices=tuple(invoices),
    )
