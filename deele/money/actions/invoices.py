"""Issuing documents, cancelling them, sending them again."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.mail.rules.headers import clean_address
from deele.money import enums
from deele.money.actions import numbers, post
from deele.money.enums import Kind, State
from deele.money.kinds import Line, Recipient
from deele.money.models import Billing, Delivery, Invoice
from deele.money.rules import states, texts
from deele.money.rules.numbers import number_of
from deele.office.models import Carrier

MOST_LINES = 200


class CannotBill(Refusal):
    """A document can't be made of this."""

    code = "cannot-bill"


class BillingMissing(CannotBill):
    """Nobody entered the bank and tax data of the carrier."""

    code = "billing-missing"


class CannotCancel(Refusal):
    """The document can't be cancelled."""

    code = "cannot-cancel"


@transaction.atomic
def issue(  # noqa: PLR0913  the one door for billing; every part of a document has its name here
    *,
    carrier: Carrier,
    recipient: Recipient,
    lines: Sequence[Line],
    about: str,
    by: Any,
    now: datetime,
    service: str = "",
    due_on: date | None = None,
    subject: str = "",
    cost_mark: str = "",
) -> Invoice:
    """Issue an invoice: number, all that stands on it, a line in the log; `drawing` makes its paper and the mail.

    The number is taken in the caller's transaction and goes back with it. Raises BillingMissing, CannotBill.
    """
    billing = billing_of(carrier)
    recipient, lines = checked(recipient, lines)
    if recipient.wants_e_invoice:
        check_for_e_invoice(billing)
    day = timezone.localdate(now)
    invoice = Invoice(
        carrier=carrier,
        kind=Kind.INVOICE,
        recipient_name=recipient.name,
        recipient_address=recipient.address,
        order_reference=recipient.order_reference,
        leitweg_id=recipient.leitweg_id,
        subject=texts.one_line(subject, 200),
        lines=[asdict(line) for line in lines],
        total_cents=sum(line.total_cents for line in lines),
        due_on=due_on or day + timedelta(days=billing.days_to_pay),
        service=texts.one_line(service, 200),
        about=about,
        cost_mark=texts.one_line(cost_mark, 40),
        state=State.OPEN,
    )
    written(invoice, billing, day, recipient)
    record(enums.ISSUED, by=by, about=invoice, data={"total_cents": invoice.total_cents, "about": about}, now=now)
    return invoice


@transaction.atomic
def cancel(*, invoice: Invoice, reason: str, by: Any, now: datetime) -> Invoice:
    """Cancel an invoice by a document of its own; returns that. Raises CannotCancel, BillingMissing.

    What was paid on it stays booked and shows as to be given back.
    """
    locked = Invoice.objects.select_for_update(of=("self",)).select_related("carrier").get(pk=invoice.pk)
    check_cancellable(locked)
    billing = billing_of(locked.carrier)
    address = delivery_address(locked)
    counter = Invoice(
        carrier=locked.carrier,
        kind=Kind.CANCELLATION,
        cancels=locked,
        reason=texts.one_line(reason, 300),
        recipient_name=locked.recipient_name,
        recipient_address=locked.recipient_address,
        order_reference=locked.order_reference,
        leitweg_id=locked.leitweg_id,
        subject=locked.subject,
        lines=[asdict(replace(line, quantity=-line.quantity)) for line in locked.line_rows()],
        total_cents=-locked.total_cents,
        due_on=timezone.localdate(now),
        service=locked.service,
        about=locked.about,
        cost_mark=locked.cost_mark,
        state=State.IS_CANCELLATION,
    )
    asked = replace(locked.recipient(), email=address, e_invoice=locked.is_e_invoice)
    written(counter, billing, timezone.localdate(now), asked)
    locked.state = State.CANCELLED
    locked.save(update_fields=["state", "updated_at"])
    record(enums.CANCELLED, by=by, about=locked, data={"by_number": counter.number}, now=now)
    invoice.refresh_from_db(fields=["state"])
    return counter


@transaction.atomic
def send_again(*, invoice: Invoice, by: Any, now: datetime, email: str = "") -> None:
    """Send the document as it was issued once more, to another address where one is given. Raises Refusal."""
    locked = Invoice.objects.select_for_update(of=("self",)).select_related("carrier").get(pk=invoice.pk)
    if email:
        Delivery.objects.update_or_create(invoice=locked, defaults={"email": clean_address(email)})
    if not locked.is_drawn:
        raise CannotBill(_("The document is not drawn yet. It goes out by itself as soon as it is."))
    if not delivery_address(locked):
        raise CannotBill(_("There is no e-mail address for this document. Please enter one, or print it and post it."))
    post.send_document(invoice=locked, now=now, again=True)
    record(enums.SENT_AGAIN, by=by, about=locked, now=now)


def written(invoice: Invoice, billing: Billing, day: date, recipient: Recipient) -> None:
    """Give the document its number, freeze what its paper is drawn from, and store it with its address.

    Nobody else of the carrier gets a number until the transaction ends, so nothing slow happens here.
    """
    invoice.to_draw = {"issuer": asdict(billing.issuer()), "e_invoice": recipient.wants_e_invoice}
    invoice.year, invoice.issued_on, invoice.kept_until = day.year, day, states.kept_until(day)
    invoice.running = numbers.take(carrier=invoice.carrier, year=day.year)
    invoice.number = number_of(billing.prefix, invoice.year, invoice.running)
    invoice.save(force_insert=True)
    Delivery.objects.create(invoice=invoice, email=recipient.email)


def billing_of(carrier: Carrier) -> Billing:
    """The billing data of the carrier. Raises BillingMissing."""
    billing = Billing.objects.filter(carrier=carrier).first()
    if billing is None:
        raise BillingMissing(
            _(
                "%(carrier)s has no billing data yet, so no invoice can be written. Please enter account, tax number "
                "and sentence about VAT at the desk under Invoices, Billing data."
            )
            % {"carrier": carrier.name}
        )
    if not carrier.address.strip():
        raise BillingMissing(
            _("%(carrier)s has no postal address yet, but every invoice must show it. Please enter it at The office.")
            % {"carrier": carrier.name}
        )
    return billing


def check_for_e_invoice(billing: Billing) -> None:
    """What machines want to know of the seller beyond paper (BR-DE-3, -4, -6 of XRechnung). Raises BillingMissing."""
    carrier = billing.carrier
    if texts.postal(texts.lines(carrier.address)) is None:
        words = _("An e-invoice needs the address of %(carrier)s with postcode and town on one line, at The office.")
    elif not billing.contact_phone.strip():
        words = _("An e-invoice needs a telephone number for questions. Please enter it for %(carrier)s, Billing data.")
    else:
        return
    raise BillingMissing(words % {"carrier": carrier.name})


def checked(recipient: Recipient, lines: Sequence[Line]) -> tuple[Recipient, list[Line]]:
    """Recipient and lines as they may stand on a document. Raises CannotBill."""
    recipient = recipient.cleaned()
    if faults := recipient.faults():
        raise CannotBill(" ".join(faults))
    if recipient.email:
        recipient = replace(recipient, email=clean_address(recipient.email))
    rows = [line.cleaned() for line in lines]
    if not rows or len(rows) > MOST_LINES:
        raise CannotBill(_("An invoice has at least one line and at most %(most)s.") % {"most": MOST_LINES})
    if any(row.quantity < 1 or not row.title for row in rows):
        raise CannotBill(_("Each line of an invoice needs a text and a quantity of one or more."))
    if sum(row.total_cents for row in rows) <= 0:
        raise CannotBill(_("The sum is not above zero, so there is nothing to bill. No invoice was written."))
    return recipient, rows


def check_cancellable(invoice: Invoice) -> None:
    """Raises CannotCancel."""
    if invoice.kind == Kind.CANCELLATION:
        raise CannotCancel(
            _("This document is itself a cancellation and can't be cancelled. Please issue a new invoice instead.")
        )
    if invoice.is_cancelled:
        raise CannotCancel(
            _("The invoice %(number)s was cancelled before. Nothing was changed.") % {"number": invoice.number}
        )


def delivery_address(invoice: Invoice) -> str:
    """Where the document goes by mail; empty where it is printed."""
    found = Delivery.objects.filter(invoice=invoice).first()
    return found.email if found else ""
