"""Money that came in, went back, or is let go. Bookings are never changed: a wrong one is taken back by another."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.money import enums, rules
from deele.money.enums import UNPAID, Kind, LineState, State, Way
from deele.money.models import BankLine, Invoice, Payment
from deele.money.rules import amounts, states
from deele.money.rules.texts import one_line


class CannotBook(Refusal):
    """This can't be booked."""

    code = "cannot-book"


@transaction.atomic
def book(  # noqa: PLR0913  a booking has these parts
    *,
    invoice: Invoice,
    amount_cents: int,
    booked_on: date,
    by: Any,
    now: datetime,
    way: str = Way.BANK,
    note: str = "",
    token: str | None = None,
    bank_line: BankLine | None = None,
) -> Payment:
    """Book what came in. A second call with the same `token` (a double click) returns the first booking.

    More than is open is booked as well and shows as paid too much. Raises CannotBook.
    """
    locked = lock(invoice)
    if token and (found := Payment.objects.filter(token=token).first()):
        return found
    if locked.kind == Kind.CANCELLATION:
        raise CannotBook(_("Nothing can be paid on a cancellation. Please book on the invoice that was meant."))
    check_amount(amount_cents, booked_on, now)
    payment = put(locked, amount_cents, booked_on, by, way=way, note=note, token=token, bank_line=bank_line)
    record(enums.BOOKED, by=by, about=locked, data={"amount_cents": amount_cents, "way": str(way)}, now=now)
    follow(invoice, locked)
    return payment


@transaction.atomic
def refund(  # noqa: PLR0913  as above
    *,
    invoice: Invoice,
    amount_cents: int,
    booked_on: date,
    by: Any,
    now: datetime,
    way: str = Way.BANK,
    note: str = "",
    token: str | None = None,
    bank_line: BankLine | None = None,
) -> Payment:
    """Book what was given back; `amount_cents` is positive and at most what came in. Raises CannotBook."""
    locked = lock(invoice)
    if token and (found := Payment.objects.filter(token=token).first()):
        return found
    check_amount(amount_cents, booked_on, now)
    if amount_cents > locked.paid_cents:
        raise CannotBook(
            _("Only %(paid)s came in on this invoice, so %(amount)s can't be given back. Nothing was booked.")
            % {"paid": amounts.euros(locked.paid_cents), "amount": amounts.euros(amount_cents)}
        )
    payment = put(locked, -amount_cents, booked_on, by, way=way, note=note, token=token, bank_line=bank_line)
    record(enums.REFUNDED, by=by, about=locked, data={"amount_cents": amount_cents, "way": str(way)}, now=now)
    follow(invoice, locked)
    return payment


@transaction.atomic
def take_back(*, payment: Payment, by: Any, now: datetime) -> Payment:
    """Undo a booking by an opposite one; a bank line it came from is open again. Raises CannotBook."""
    locked = lock(payment.invoice)
    first = Payment.objects.select_for_update(of=("self",)).get(pk=payment.pk)
    if first.takes_back_id or Payment.objects.filter(takes_back=first).exists():
        raise CannotBook(_("This booking was taken back before. Nothing was changed."))
    today = timezone.localdate(now)
    opposite = put(locked, -first.amount_cents, today, by, way=first.way, bank_line=first.bank_line, takes_back=first)
    if first.bank_line_id:
        BankLine.objects.filter(pk=first.bank_line_id).update(
            state=LineState.OPEN, kept_until=states.forget_on(today), updated_at=now
        )
    record(enums.TAKEN_BACK, by=by, about=locked, data={"amount_cents": first.amount_cents}, now=now)
    follow(payment.invoice, locked)
    return opposite


@transaction.atomic
def waive(*, invoice: Invoice, reason: str, by: Any, now: datetime) -> None:
    """Let go what is still open; nobody is reminded any more. Raises CannotBook."""
    locked = lock(invoice)
    if locked.state not in UNPAID:
        raise CannotBook(_("Nothing is open on this invoice, so there is nothing to waive."))
    locked.waived_on = timezone.localdate(now)
    locked.note = "\n".join(part for part in (locked.note, one_line(reason, 300)) if part)
    record(enums.WAIVED, by=by, about=locked, data={"open_cents": locked.open_cents}, now=now)
    settle(locked)
    locked.save(update_fields=["waived_on", "note", "state", "updated_at"])
    follow(invoice, locked)


@transaction.atomic
def hold(*, invoice: Invoice, on: bool, by: Any, now: datetime) -> None:
    """Stop reminders of an invoice somebody is in doubt about, or allow them again."""
    if Invoice.objects.filter(pk=invoice.pk, on_hold=not on).update(on_hold=on, updated_at=now):
        record(enums.HELD if on else enums.RELEASED, by=by, about=invoice, now=now)
    invoice.on_hold = on


def lock(invoice: Invoice) -> Invoice:
    """The row as it is now, locked until the transaction ends."""
    return Invoice.objects.select_for_update(of=("self",)).get(pk=invoice.pk)


def put(invoice: Invoice, amount: int, day: date, by: Any, **more: Any) -> Payment:
    """Write a booking and bring the invoice to its new state."""
    more["note"] = one_line(more.get("note", ""), 200)
    payment = Payment.objects.create(invoice=invoice, amount_cents=amount, booked_on=day, by=by, **more)
    settle(invoice)
    invoice.save(update_fields=["paid_cents", "paid_on", "state", "updated_at"])
    return payment


def settle(invoice: Invoice) -> None:
    """Compute what was paid, when it was complete, and the state."""
    sums = Payment.objects.filter(invoice=invoice).aggregate(paid=Sum("amount_cents"), last=Max("booked_on"))
    invoice.paid_cents = sums["paid"] or 0
    invoice.state = rules.state_of(
        kind=invoice.kind,
        owed=invoice.owed_cents,
        paid=invoice.paid_cents,
        cancelled=invoice.is_cancelled,
        waived=invoice.waived_on is not None,
    )
    invoice.paid_on = sums["last"] if invoice.state in (State.PAID, State.OVERPAID) else None


def follow(given: Invoice, locked: Invoice) -> None:
    """The caller's object tells the same as the row."""
    for name in ("paid_cents", "paid_on", "state", "waived_on", "note"):
        setattr(given, name, getattr(locked, name))


def check_amount(amount: int, day: date, now: datetime) -> None:
    """Raises CannotBook."""
    if amount <= 0:
        raise CannotBook(_("Please enter an amount above zero. What goes back is booked as a refund."))
    if day > timezone.localdate(now):
        raise CannotBook(_("This day lies in the future. Please enter the day on which the money came or went."))
