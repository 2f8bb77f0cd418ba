"""Money that comes in, goes back, or is let go."""

from datetime import date

import pytest

from deele.money import queries
from deele.money.actions import invoices, payments
from deele.money.enums import State
from deele.money.models import Payment
from deele.money.rules import euros
from deele.money.tests import factories
from deele.money.tests.factories import NOW

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)


def book(invoice, amount, **more):
    return payments.book(invoice=invoice, amount_cents=amount, booked_on=DAY, by=None, now=NOW, **more)


@pytest.mark.parametrize(
    ("amounts", "state", "still_open", "refund"),
    [
        ([], State.OPEN, 5900, 0),
        ([2000], State.PART_PAID, 3900, 0),
        ([2000, 3900], State.PAID, 0, 0),
        ([6000], State.OVERPAID, 0, 100),
    ],
)
def test_state_follows_what_came_in(amounts, state, still_open, refund):
    invoice = factories.invoice()
    for amount in amounts:
        book(invoice, amount)

    invoice.refresh_from_db()
    assert (invoice.state, invoice.open_cents, invoice.refund_cents) == (state, still_open, refund)
    assert invoice.paid_on == (DAY if not still_open else None)


def test_double_click_books_once():
    invoice = factories.invoice()

    first, second = book(invoice, 5900, token="form-1"), book(invoice, 5900, token="form-1")

    assert first == second
    assert Payment.objects.count() == 1
    assert invoice.state == State.PAID


def test_taken_back_by_an_opposite_booking_once():
    invoice = factories.invoice()
    payment = book(invoice, 5900)

    payments.take_back(payment=payment, by=None, now=NOW)

    invoice.refresh_from_db()
    assert (invoice.state, invoice.paid_cents, Payment.objects.count()) == (State.OPEN, 0, 2)
    with pytest.raises(payments.CannotBook):
        payments.take_back(payment=payment, by=None, now=NOW)
    with pytest.raises(payments.CannotBook):
        payments.take_back(payment=payment.taken_back_by, by=None, now=NOW)


def test_what_was_paid_on_a_cancelled_invoice_goes_back():
    invoice = factories.invoice()
    book(invoice, 5900)

    invoices.cancel(invoice=invoice, reason="", by=None, now=NOW)
    before = queries.standing([invoice.about])[invoice.about]
    payments.refund(invoice=invoice, amount_cents=5900, booked_on=DAY, by=None, now=NOW)
    after = queries.standing([invoice.about])[invoice.about]

    assert (before.total_cents, before.paid_cents, before.refund_cents) == (0, 5900, 5900)
    assert (after.paid_cents, after.refund_cents) == (0, 0)
    assert invoice.state == State.CANCELLED


def test_no_more_goes_back_than_came_in():
    invoice = factories.invoice()
    book(invoice, 2000)

    with pytest.raises(payments.CannotBook) as refusal:
        payments.refund(invoice=invoice, amount_cents=2001, booked_on=DAY, by=None, now=NOW)

    assert euros(2000) in refusal.value.message
    assert Payment.objects.count() == 1


def test_nothing_is_booked_in_the_future_on_a_cancellation_or_for_nothing():
    invoice = factories.invoice()
    counter = invoices.cancel(invoice=invoice, reason="", by=None, now=NOW)

    for given in (
        {"invoice": invoice, "amount_cents": 100, "booked_on": date(2026, 11, 25)},
        {"invoice": invoice, "amount_cents": 0, "booked_on": DAY},
        {"invoice": counter, "amount_cents": 100, "booked_on": DAY},
    ):
        with pytest.raises(payments.CannotBook):
            payments.book(**given, by=None, now=NOW)


def test_waived_is_let_go_but_what_came_in_stays():
    invoice = factories.invoice()
    book(invoice, 2000)

    payments.waive(invoice=invoice, reason="Härtefall", by=None, now=NOW)

    assert (invoice.state, invoice.open_cents, invoice.paid_cents) == (State.WAIVED, 0, 2000)
    with pytest.raises(payments.CannotBook):
        payments.waive(invoice=invoice, reason="", by=None, now=NOW)
