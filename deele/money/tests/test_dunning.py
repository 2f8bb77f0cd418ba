"""Reminders: three steps, each once, never for what is paid, cancelled, waived or in doubt."""

from datetime import date, timedelta

import pytest

from deele.mail.models import OutgoingMail
from deele.money.actions import dunning, invoices, payments
from deele.money.models import Invoice, Reminder
from deele.money.queries.dunning import due
from deele.money.tests import factories
from deele.money.tests.factories import NOW
from deele.money.tests.test_invoices import text_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=24)  # due on 8 December, first step 10 days later


def remind(invoice, now):
    return dunning.remind(invoice=invoice, by=None, now=now)


def test_each_step_once_and_in_its_time():
    factories.billing(step2_cents=250)
    invoice = factories.invoice()

    with pytest.raises(dunning.CannotRemind):
        remind(invoice, LATER - timedelta(days=1))
    remind(invoice, LATER)
    with pytest.raises(dunning.CannotRemind):
        remind(invoice, LATER)
    second = remind(invoice, LATER + timedelta(days=14))
    remind(invoice, LATER + timedelta(days=28))
    with pytest.raises(dunning.CannotRemind):
        remind(invoice, LATER + timedelta(days=365))

    invoice.refresh_from_db()
    assert (invoice.dunning_level, invoice.fees_cents, invoice.open_cents) == (3, 250, 6150)
    assert "61,50 €" in text_of(second.pdf)
    mails = OutgoingMail.objects.filter(purpose="money.reminder")
    assert [mail.attachments.count() for mail in mails] == [2, 2, 2]


def test_nobody_is_reminded_of_what_is_paid_cancelled_waived_or_in_doubt():
    paid, cancelled, waived, doubted, left = (factories.invoice(about=f"x:{number}") for number in range(5))
    payments.book(invoice=paid, amount_cents=5900, booked_on=date(2026, 11, 24), by=None, now=NOW)
    counter = invoices.cancel(invoice=cancelled, reason="", by=None, now=NOW)
    payments.waive(invoice=waived, reason="", by=None, now=NOW)
    payments.hold(invoice=doubted, on=True, by=None, now=NOW)

    assert [one.invoice for one in due(LATER.date())] == [left]
    for invoice in (paid, cancelled, waived, doubted, counter):
        with pytest.raises(dunning.CannotRemind):
            remind(invoice, LATER)
    assert Reminder.objects.count() == 0


def test_nothing_leaves_without_a_person_unless_the_carrier_says_so():
    billing = factories.billing()
    factories.invoice()

    assert dunning.run(now=LATER) == 0
    billing.reminds_alone = True
    billing.save()
    assert dunning.run(now=LATER) == 1
    assert dunning.run(now=LATER) == 0


def test_released_proposals_are_written_and_paid_ones_passed_over():
    one, two = factories.invoice(), factories.invoice(about="x:2")
    proposed = [found.invoice for found in due(LATER.date())]
    payments.book(invoice=Invoice.objects.get(pk=two.pk), amount_cents=5900, booked_on=NOW.date(), by=None, now=NOW)

    assert dunning.run(now=LATER, invoices=proposed) == 1
    assert Reminder.objects.get().invoice == one
