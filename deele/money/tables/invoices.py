"""Documents as rows, tabs and facts for their pages."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from deele.money.enums import UNPAID, Kind, State
from deele.money.models import Invoice, Payment
from deele.money.queries import desk
from deele.money.queries.desk import DUE, REFUND, UNDRAWN, Filters
from deele.money.rules.amounts import euros

BADGES = {
    State.PAID: ("success", "success"),
    State.PART_PAID: ("info", ""),
    State.OVERPAID: ("warning", "warning"),
    State.CANCELLED: ("plain", ""),
}


def tabs(rows: QuerySet[Invoice], filters: Filters, today: date) -> list[dict[str, Any]]:
    """The states with how much stands in each, as links."""
    counts = desk.waiting(rows, today)
    every = [
        ("", _("All"), None),
        (DUE, _("Overdue"), counts[DUE]),
        (State.OPEN, State.OPEN.label, None),
        (State.PART_PAID, State.PART_PAID.label, None),
        (State.PAID, State.PAID.label, None),
        (REFUND, _("To be given back"), counts[REFUND]),
        *([(UNDRAWN, _("Not drawn yet"), counts[UNDRAWN])] if counts[UNDRAWN] else []),
        (State.CANCELLED, State.CANCELLED.label, None),
        (State.WAIVED, State.WAIVED.label, None),
    ]
    return [
        {"label": label, "count": count, "active": filters.state == key, "url": filters.query(zustand=key)}
        for key, label, count in every
    ]


def rows(invoices: Iterable[Invoice], today: date) -> list[dict[str, Any]]:
    """The lines of the list."""
    return [
        {
            "url": one.get_absolute_url(),
            "number": one.number,
            "recipient": one.recipient_name or _("emptied"),
            "subject": one.subject,
            "day": day(one.issued_on),
            "due": day(one.due_on) if one.state in UNPAID else "",
            "total": euros(one.total_cents),
            "open": euros(one.open_cents) if one.open_cents else "",
            "badge": badge(one, today),
        }
        for one in invoices
    ]


def badge(invoice: Invoice, today: date) -> dict[str, str]:
    """State in words, with its colour and sign."""
    if invoice.is_overdue(today):
        return {"label": _("overdue"), "kind": "danger", "icon": "danger"}
    kind, icon = BADGES.get(State(invoice.state), ("plain", ""))
    return {"label": str(invoice.get_state_display()), "kind": kind, "icon": icon}


def facts(invoice: Invoice) -> list[dict[str, Any]]:
    """Everything that stands on the document and around it, where there is something."""
    delivery = getattr(invoice, "delivery", None)
    other = invoice.cancels or getattr(invoice, "cancelled_by", None)
    label = _("Cancels") if invoice.kind == Kind.CANCELLATION else _("Cancelled by")
    every = [
        (_("Recipient"), ", ".join([invoice.recipient_name, *invoice.recipient_address.splitlines()]).strip(", "), ""),
        (_("E-mail"), delivery.email if delivery else "", ""),
        (_("Subject"), invoice.subject, ""),
        (_("Service"), invoice.service, ""),
        (_("Issued"), day(invoice.issued_on), ""),
        (_("To be paid by"), day(invoice.due_on) if invoice.kind == Kind.INVOICE else "", ""),
        (_("Order reference"), invoice.order_reference, ""),
        (_("Leitweg-ID"), invoice.leitweg_id, ""),
        (label, str(other or ""), other.get_absolute_url() if other else ""),
        (_("Reason of the cancellation"), invoice.reason, ""),
        (_("Sent"), sent(invoice), ""),
        (_("Carrier"), invoice.carrier.name, ""),
        (_("Cost mark"), invoice.cost_mark, ""),
        (_("Remark"), invoice.note, ""),
    ]
    return [{"label": name, "value": value, "url": url} for name, value, url in every if value]


def sent(invoice: Invoice) -> str:
    """When it went by mail, or why it did not."""
    if not invoice.is_drawn:
        return _("as soon as the document is drawn")
    return moment(invoice.sent_at) or _("not sent by mail; please print and post it")


def sums(invoice: Invoice) -> list[dict[str, Any]]:
    """What was asked for, what came in, what is missing or has to go back."""
    every = [
        (_("Total"), invoice.total_cents, True),
        (_("Reminder fees"), invoice.fees_cents, bool(invoice.fees_cents)),
        (_("Came in"), invoice.paid_cents, invoice.kind == Kind.INVOICE),
        (_("Still open"), invoice.open_cents, bool(invoice.open_cents)),
        (_("To be given back"), invoice.refund_cents, bool(invoice.refund_cents)),
    ]
    return [{"label": label, "value": euros(amount)} for label, amount, shown in every if shown]


def lines(invoice: Invoice) -> list[dict[str, str]]:
    """The lines as they were billed."""
    return [
        {"title": line.title, "detail": line.detail, "quantity": str(line.quantity), "unit": euros(line.unit_cents),
         "total": euros(line.total_cents)}
        for line in invoice.line_rows()
    ]  # fmt: skip


def payments(invoice: Invoice) -> list[dict[str, Any]]:
    """The bookings, oldest first; one that was not taken back carries the address to do so."""
    found = invoice.payments.select_related("by", "takes_back", "bank_line").order_by("pk")
    gone = {one.takes_back_id for one in found if one.takes_back_id}
    return [payment(one, taken_back=one.pk in gone) for one in found]


def payment(one: Payment, *, taken_back: bool) -> dict[str, Any]:
    """One booking."""
    said = _("taken back") if taken_back else _("takes a booking back") if one.takes_back_id else ""
    return {
        "day": day(one.booked_on),
        "amount": euros(one.amount_cents),
        "way": one.get_way_display(),
        "note": " · ".join(part for part in (one.note, said) if part),
        "by": str(one.by or _("The system")),
        "back": "" if said else reverse("money:take-back", args=[one.invoice_id, one.pk]),
    }


def day(value: date | None) -> str:
    """A day as people write it."""
    return date_format(value, "SHORT_DATE_FORMAT") if value else ""


def moment(at: datetime | None) -> str:
    """A day and time as people write it."""
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else ""
