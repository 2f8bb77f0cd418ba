"""What is erased, what the law keeps, and until when."""

from datetime import UTC, datetime

import pytest

from deele.audit.models import Entry
from deele.mail.models import Attachment, OutgoingMail
from deele.money.actions import dunning, payments
from deele.money.models import Delivery, Invoice
from deele.money.tests import factories
from deele.money.tests.factories import NOW
from deele.privacy.actions import erasure, retention

pytestmark = pytest.mark.django_db


def test_erased_address_is_gone_but_the_document_stays():
    invoice = factories.invoice()
    pdf = bytes(Invoice.objects.get().pdf)

    erasure.erase_person(email="kasse@beispiel.de", now=NOW, by=None)

    kept = Invoice.objects.get()
    assert Delivery.objects.get().email == ""
    assert not OutgoingMail.objects.filter(to="kasse@beispiel.de").exists()
    assert not Attachment.objects.exists()
    assert (kept.recipient_name, bytes(kept.pdf)) == ("Gemeinde Muster", pdf)
    assert invoice.number == kept.number


def test_log_names_numbers_and_never_who_pays():
    invoice = factories.invoice()
    payments.book(invoice=invoice, amount_cents=100, booked_on=NOW.date(), by=None, now=NOW, note="von Frau Muster")

    written = " ".join(f"{entry.about_name} {entry.data}" for entry in Entry.objects.all())

    assert "RE-2026-0001" in written
    assert "Muster" not in written


def test_document_is_emptied_when_its_eight_years_are_over():
    factories.invoice()

    retention.run_retention(now=datetime(2034, 12, 31, 12, tzinfo=UTC), dry=False)
    assert Invoice.objects.get().recipient_name == "Gemeinde Muster"
    retention.run_retention(now=datetime(2035, 1, 1, 12, tzinfo=UTC), dry=False)

    emptied = Invoice.objects.get()
    assert (emptied.recipient_name, emptied.recipient_address, bytes(emptied.pdf)) == ("", "", b"")
    assert (emptied.number, emptied.total_cents) == ("RE-2026-0001", 5900)


def test_reminder_of_an_erased_address_is_printed_not_mailed():
    invoice = factories.invoice()
    erasure.erase_person(email="kasse@beispiel.de", now=NOW, by=None)

    reminder = dunning.remind(invoice=invoice, by=None, now=datetime(2026, 12, 20, tzinfo=UTC))

    assert bytes(reminder.pdf).startswith(b"%PDF")
    assert not OutgoingMail.objects.filter(purpose="money.reminder").exists()
