"""Between number and paper: whatever ends there, each document is drawn once, as it was issued, and sent once."""

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague
from deele.mail.actions import outbox
from deele.mail.models import OutgoingMail
from deele.money import papers
from deele.money.actions import drawing, dunning, invoices
from deele.money.models import Invoice
from deele.money.tests import factories
from deele.money.tests.factories import NOW
from deele.money.tests.test_dunning import LATER
from deele.money.tests.test_invoices import text_of
from deele.money.tests.test_numbers import Slip, at_once
from deele.privacy.actions import erasure

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def run():
    return drawing.draw_waiting(lambda: NOW)


def mails():
    return list(OutgoingMail.objects.order_by("pk").values_list("key", flat=True))


def slip(*_given, **_more):
    raise Slip


def test_number_comes_without_drawing_and_the_mail_waits_for_the_paper(monkeypatch):
    monkeypatch.setattr(papers, "invoice_pdf", slip)

    invoice = factories.number()
    counter = invoices.cancel(invoice=invoice, reason="", by=None, now=NOW)

    assert [invoice.number, counter.number] == ["RE-2026-0001", "RE-2026-0002"]
    assert {(bytes(one.pdf), one.is_drawn) for one in Invoice.objects.all()} == {(b"", False)}
    assert mails() == []

    monkeypatch.undo()
    assert (drawing.wanted(NOW), run(), drawing.wanted(NOW), run()) == (True, 2, False, 0)
    assert [bytes(one.pdf)[:4] for one in Invoice.objects.all()] == [b"%PDF", b"%PDF"]
    assert mails() == ["RE-2026-0001", "RE-2026-0002"]


def test_paper_says_what_held_when_the_number_was_taken():
    invoice = factories.number(recipient=factories.TOWN)
    carrier, billing = invoice.carrier, invoice.carrier.billing
    carrier.name, carrier.address = "Neuer Name", "Neu 1"
    billing.iban, billing.tax_text = "DE02500105170137075030", "Neu"
    carrier.save()
    billing.save()

    run()

    said = text_of(Invoice.objects.get().pdf)
    assert [word for word in ("Träger Muster", "Musterweg 2", "DE02 1203", "§ 4 Nr. 22") if word not in said] == []
    assert "Neu" not in said


def test_what_ends_between_paper_and_mail_leaves_neither(monkeypatch):
    factories.number()
    monkeypatch.setattr(outbox, "queue", slip)
    with pytest.raises(drawing.NotDrawn, match="RE-2026-0001"):
        run()
    assert (Invoice.objects.get().is_drawn, mails()) == (False, [])

    monkeypatch.undo()
    run()

    assert (Invoice.objects.get().is_drawn, mails()) == (True, ["RE-2026-0001"])


def test_one_that_cannot_be_drawn_stops_no_other_and_is_shown(monkeypatch, client):
    bad, good = factories.number(), factories.number()
    real = papers.invoice_pdf
    monkeypatch.setattr(papers, "invoice_pdf", lambda one, *more: slip() if one.pk == bad.pk else real(one, *more))

    with pytest.raises(drawing.NotDrawn, match=bad.number):
        run()

    assert list(Invoice.objects.undrawn()) == [bad]
    assert mails() == [good.number]
    client.force_login(colleague("veranstaltung"))
    page = client.get(bad.get_absolute_url()).content.decode()
    assert reverse("money:file", args=[bad.pk, "pdf"]) not in page
    assert client.get(reverse("money:file", args=[bad.pk, "pdf"])).status_code == 404
    listed = client.get(reverse("money:list"), {"zustand": "ungedruckt"}).content.decode()
    assert (bad.number in listed, good.number in listed) == (True, False)


def test_nothing_is_sent_again_or_reminded_of_before_there_is_a_paper():
    invoice = factories.number()

    with pytest.raises(invoices.CannotBill):
        invoices.send_again(invoice=invoice, by=None, now=NOW)
    with pytest.raises(dunning.CannotRemind):
        dunning.remind(invoice=invoice, by=None, now=LATER)


def test_address_erased_before_the_paper_gets_no_mail():
    factories.number()
    erasure.erase_person(email="kasse@beispiel.de", now=NOW, by=None)

    assert run() == 1

    assert (bytes(Invoice.objects.get().pdf)[:4], mails()) == (b"%PDF", [])


def test_cancelled_before_it_was_drawn_both_are_e_invoices():
    town = factories.Recipient("Gemeinde", "Rathausplatz 1\n27283 Verden", "kasse@beispiel.de", "", factories.LEITWEG)
    invoices.cancel(invoice=factories.number(recipient=town), reason="", by=None, now=NOW)

    run()

    assert [bytes(one.xml)[:5] for one in Invoice.objects.all()] == [b"<?xml", b"<?xml"]


@pytest.mark.django_db(transaction=True)
def test_drawn_by_many_at_once_is_stored_and_sent_once():
    made = [factories.number() for _one in range(3)]

    answers = at_once([lambda: drawing.draw_waiting(lambda: NOW)] * 4)

    assert sum(answers) == len(made)
    assert mails() == [one.number for one in made]
