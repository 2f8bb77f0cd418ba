"""The doors of the money: documents and bank lines of the carriers a person works for, 404 for all others."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.money.models import BankFile, BankLine, Billing, Invoice, Payment, Reminder
from deele.office.models import Carrier


def carriers(user: Any) -> QuerySet[Carrier]:
    """The carriers of the areas of work in which the person works with money; all where that is everywhere."""
    areas = access.areas_of(user, Permission.MONEY_WORK)
    return Carrier.objects.all() if areas is None else Carrier.objects.filter(areas__in=areas).distinct()


def invoices(user: Any) -> QuerySet[Invoice]:
    """The documents of those carriers."""
    return Invoice.objects.filter(carrier__in=carriers(user).values("pk"))


def bank_lines(user: Any) -> QuerySet[BankLine]:
    """The bank lines of those carriers."""
    return BankLine.objects.filter(carrier__in=carriers(user).values("pk"))


def bank_files(user: Any) -> QuerySet[BankFile]:
    """The statements of those carriers."""
    return BankFile.objects.filter(carrier__in=carriers(user).values("pk"))


def carrier(user: Any, pk: int) -> Carrier:
    """One carrier. Raises Http404."""
    return get_object_or_404(carriers(user), pk=pk)


def billing(user: Any, carrier_pk: int) -> Billing:
    """The billing data of a carrier, new where there are none yet. Raises Http404."""
    of = carrier(user, carrier_pk)
    return Billing.objects.filter(carrier=of).first() or Billing(carrier=of)


def invoice(user: Any, pk: int) -> Invoice:
    """One document. Raises Http404."""
    return get_object_or_404(invoices(user).select_related("carrier", "cancels", "delivery"), pk=pk)


def payment(user: Any, invoice_pk: int, pk: int) -> Payment:
    """One booking of a document. Raises Http404."""
    return get_object_or_404(invoice(user, invoice_pk).payments.select_related("invoice", "bank_line"), pk=pk)


def reminder(user: Any, invoice_pk: int, level: int) -> Reminder:
    """One reminder of a document. Raises Http404."""
    return get_object_or_404(invoice(user, invoice_pk).reminders, level=level)


def document(user: Any, pk: int, form: str) -> tuple[Invoice, bytes]:
    """The bytes of a document as "pdf" or "xml". Raises Http404 where it has none (any more)."""
    found = invoice(user, pk)
    content = bytes(getattr(found, form)) if form in ("pdf", "xml") else b""
    if not content:
        raise Http404
    return found, content


def bank_line(user: Any, pk: int) -> BankLine:
    """One bank line. Raises Http404."""
    return get_object_or_404(bank_lines(user).select_related("file", "carrier"), pk=pk)
