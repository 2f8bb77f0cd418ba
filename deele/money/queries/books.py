"""The list for the carrier's books: every document of a period, cancellations with their minus."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from deele.core.dates import in_words
from deele.money.models import Invoice
from deele.money.rules.amounts import decimal


def rows(among: QuerySet[Invoice], since: date, until: date) -> QuerySet[Invoice]:
    """Documents issued in the period, both days included, in the order of their numbers."""
    found = among.filter(issued_on__gte=since, issued_on__lte=until).select_related("cancels", "carrier")
    return found.defer("pdf", "xml", "lines").order_by("carrier__name", "year", "running")


def header() -> list[str]:
    """The heading of the table."""
    return [
        _("Invoice number"), _("Kind"), _("Date"), _("Carrier"), _("Recipient"), _("Total"), _("Fees"), _("Paid"),
        _("Paid on"), _("State"), _("To be paid by"), _("Cancels"), _("Subject"), _("About"), _("Cost mark"),
    ]  # fmt: skip


def cells(found: QuerySet[Invoice], *, as_text: bool) -> Iterator[list[Any]]:
    """The rows of the table; as text for CSV (1234,56; 24.11.2026), as numbers and days for a workbook."""
    money = german if as_text else (lambda amount: float(decimal(amount)))
    day = german_day if as_text else (lambda value: value)
    for one in found.iterator(chunk_size=500):
        yield [
            one.number, str(one.get_kind_display()), day(one.issued_on), one.carrier.name, one.recipient_name,
            money(one.total_cents), money(one.fees_cents), money(one.paid_cents), day(one.paid_on),
            str(one.get_state_display()), day(one.due_on), one.cancels.number if one.cancels else "", one.subject,
            one.about, one.cost_mark,
        ]  # fmt: skip


def german(amount: int) -> str:
    """An amount as a German table reads it, without points between the thousands."""
    return str(decimal(amount)).replace(".", ",")


def german_day(value: date | None) -> str:
    """A day as a German table reads it."""
    return value.strftime("%d.%m.%Y") if value else ""


def title(since: date, until: date) -> str:
    """The period in words."""
    return f"{in_words(since)} – {in_words(until)}"
