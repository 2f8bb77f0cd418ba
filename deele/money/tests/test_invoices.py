"""Issuing and cancelling."""

import io

import pytest
from pypdf import PdfReader

from deele.mail.models import Attachment, OutgoingMail
from deele.money import queries
from deele.money.actions import invoices
from deele.money.enums import Kind, State
from deele.money.kinds import Line, Recipient
from deele.money.models import Invoice, Sequence
from deele.money.tests import factories
from deele.money.tests.factories import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(bytes(pdf))).pages).split())


def test_issue_numbers_stores_and_sends():
    invoice = factories.invoice()

    assert (invoice.number, invoice.total_cents, invoice.state) == ("RE-2026-0001", 5900, State.OPEN)
    mail = OutgoingMail.objects.get(purpose="money.invoice")
    assert mail.to == "kasse@beispiel.de"
    assert [file.name for file in Attachment.objects.all()] == ["Rechnung-RE-2026-0001.pdf"]
    assert bytes(Attachment.objects.get().content) == bytes(Invoice.objects.get().pdf)


def test_document_says_what_the_law_wants_and_is_tagged():
    invoice = factories.invoice()

    reader = PdfReader(io.BytesIO(bytes(invoice.pdf)))
    text = text_of(invoice.pdf)

    wanted = ("RE-2026-0001", "Gemeinde Muster", "27283 Verden", "Musterweg 2", "25/206/12345", "59,00 €", "§ 4 Nr. 22")
    assert [part for part in wanted if part not in text] == []
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "RE-2026-0001" in reader.metadata.title
    assert reader.trailer["/Root"]["/Lang"].startswith("de")


def test_missing_billing_data_are_named():
    with pytest.raises(invoices.BillingMissing) as refusal:
        factories.invoice(factories.carrier())

    assert "Träger Muster" in refusal.value.message


def test_cancellation_is_a_document_of_its_own():
    invoice = factories.invoice()

    counter = factories.cancelled(invoice, "Abmeldung")

    assert (counter.number, counter.kind, counter.total_cents) == ("RE-2026-0002", Kind.CANCELLATION, -5900)
    assert counter.cancels == invoice
    assert invoice.state == State.CANCELLED
    assert "RE-2026-0001" in text_of(counter.pdf)
    assert "−59,00 €" in text_of(counter.pdf)


def test_cancelling_twice_or_a_cancellation_is_refused():
    invoice = factories.invoice()
    counter = factories.cancelled(invoice)

    for document in (invoice, counter):
        with pytest.raises(invoices.CannotCancel):
            invoices.cancel(invoice=document, reason="", by=None, now=NOW)
    assert Sequence.objects.get().last == 2


def test_e_invoice_goes_along():
    town = Recipient("Gemeinde Muster", "Rathausplatz 1\n27283 Verden", "kasse@beispiel.de", "B-7", factories.LEITWEG)

    invoice = factories.invoice(recipient=town)

    xml = bytes(invoice.xml).decode()
    assert f"<ram:BuyerReference>{factories.LEITWEG}</ram:BuyerReference>" in xml
    assert "<ram:DuePayableAmount>59.00</ram:DuePayableAmount>" in xml
    assert [file.name for file in Attachment.objects.order_by("pk")] == [
        "Rechnung-RE-2026-0001.pdf",
        "Rechnung-RE-2026-0001.xml",
    ]
    inside = PdfReader(io.BytesIO(bytes(invoice.pdf))).attachments
    assert inside["factur-x.xml"] == [bytes(invoice.xml)]


def test_standing_takes_one_query(django_assert_num_queries):
    factories.invoice()
    factories.invoice(about="events.registration:13", lines=[Line("Fachtag", 2, 5900)])

    with django_assert_num_queries(1):
        found = queries.standing(["events.registration:12", "events.registration:13", "events.registration:14"])

    assert {reference: one.open_cents for reference, one in found.items()} == {
        "events.registration:12": 5900,
        "events.registration:13": 11800,
    }


def test_the_recipient_can_not_write_into_the_head_of_a_mail():
    town = Recipient("Gemeinde\r\nBcc: alle@beispiel.de", "Weg 1\n27283 Verden", "kasse@beispiel.de")

    invoice = factories.invoice(recipient=town, subject="Tag\r\nBcc: alle@beispiel.de")

    mail = OutgoingMail.objects.get()
    assert invoice.recipient_name == "Gemeinde Bcc: alle@beispiel.de"
    assert "\n" not in mail.subject + mail.to + invoice.subject
