"""Statements read in, proposals with reasons, bookings."""

from datetime import date, timedelta

import pytest

from deele.money.actions import bank, payments
from deele.money.enums import LineState, State
from deele.money.kinds import Recipient
from deele.money.models import BankFile, BankLine, Payment
from deele.money.queries.bank import proposals
from deele.money.readers import BadStatement
from deele.money.tests import factories
from deele.money.tests.factories import NOW
from deele.privacy.actions import retention

pytestmark = pytest.mark.django_db
HEAD = "Buchungstag;Verwendungszweck;Name Zahlungsbeteiligter;Betrag\n"


def read(*rows, name="umsatz.csv"):
    carrier = factories.Billing.objects.get().carrier
    content = (HEAD + "".join(f"24.11.2026;{row}\n" for row in rows)).encode()
    return bank.take_in(carrier=carrier, content=content, name=name, by=None, now=NOW)


def proposed():
    return {one.line.purpose: one for one in proposals(BankLine.objects.order_by("pk"))}


def test_only_what_may_concern_us_is_kept():
    factories.invoice()

    file = read("RE-2026-0001;Gemeinde Muster;59,00", "Gehalt;Person Muster;-2500,00", "RE-2026-0001 zurück;G;-1,00")

    assert (file.taken, file.left_out) == (2, 1)
    assert "Gehalt" not in BankLine.objects.values_list("purpose", flat=True)


def test_same_file_is_refused_and_same_line_of_another_file_passed_over():
    factories.invoice()
    read("RE-2026-0001;Gemeinde Muster;59,00")

    with pytest.raises(bank.KnownStatement):
        read("RE-2026-0001;Gemeinde Muster;59,00")
    again = read("RE-2026-0001;Gemeinde Muster;59,00", "Spende;Person Muster;5,00", "Spende;Person Muster;5,00")

    assert (again.taken, again.known) == (2, 1)
    assert BankLine.objects.count() == 3


def test_nothing_is_half_taken():
    factories.invoice()

    with pytest.raises(BadStatement):
        read("RE-2026-0001;Gemeinde Muster;59,00", "RE-2026-0001;Gemeinde Muster;viel")

    assert not BankFile.objects.exists()
    assert not BankLine.objects.exists()


def test_statement_of_another_account_is_refused():
    billing = factories.billing()
    content = b"Auftragskonto;Buchungstag;Betrag\nDE02500105170137075030;24.11.2026;5,00\n"

    with pytest.raises(BadStatement) as refusal:
        bank.take_in(carrier=billing.carrier, content=content, name="a.csv", by=None, now=NOW)

    assert refusal.value.code == "account"


def test_sure_is_only_a_number_with_a_fitting_amount():
    factories.invoice()
    factories.invoice(recipient=Recipient("Landkreis Beispiel"))
    factories.invoice(recipient=Recipient("Verein Drei"))
    read(
        "Rechnung re 2026 0001 danke;Jemand;59,00",
        "RE-2026-0002;Landkreis Beispiel;60,00",
        "RE-2026-00031;Jemand;12,00",
        "Fachtag;LANDKREIS BEISPIEL Kasse;59,00",
        "ohne alles;Jemand;59,00",
    )

    found = proposed()

    assert [purpose for purpose, one in found.items() if one.sure] == ["Rechnung re 2026 0001 danke"]
    assert "0,00 €" not in " ".join(found["RE-2026-0002"].candidates[0].reasons)
    assert found["RE-2026-00031"].candidates == ()
    assert [one.invoice.number for one in found["Fachtag"].candidates] == ["RE-2026-0002"]
    assert len(found["ohne alles"].candidates) == 3


def test_two_lines_for_one_invoice_are_not_sure_and_several_numbers_neither():
    factories.invoice()
    factories.invoice()
    read("RE-2026-0001;A;59,00", "RE20260001;B;59,00", "RE-2026-0001 RE-2026-0002;C;118,00")

    assert [one.sure for one in proposed().values()] == [None, None, None]


def test_sure_ones_are_booked_together_and_once():
    one, two = factories.invoice(), factories.invoice()
    read("RE-2026-0001;A;59,00", "RE-2026-0002;B;59,00", "Spende;C;5,00")

    assert bank.book_sure(lines=BankLine.objects.all(), by=None, now=NOW) == 2
    assert bank.book_sure(lines=BankLine.objects.filter(state=LineState.OPEN), by=None, now=NOW) == 0

    for invoice in (one, two):
        invoice.refresh_from_db()
        assert invoice.state == State.PAID
    assert Payment.objects.count() == 2


def test_line_is_split_over_several_invoices_and_never_booked_beyond_itself():
    one, two = factories.invoice(), factories.invoice()
    read("beide;A;118,00")
    line = BankLine.objects.get()

    bank.book(line=line, invoice=one, amount_cents=5900, by=None, now=NOW)
    with pytest.raises(payments.CannotBook):
        bank.book(line=line, invoice=two, amount_cents=5901, by=None, now=NOW)
    bank.book(line=line, invoice=two, by=None, now=NOW)
    with pytest.raises(payments.CannotBook):
        bank.book(line=line, invoice=two, by=None, now=NOW)

    line.refresh_from_db()
    assert line.state == LineState.BOOKED


def test_booking_taken_back_opens_the_line_again():
    invoice = factories.invoice()
    read("RE-2026-0001;A;59,00")
    line = BankLine.objects.get()
    bank.book(line=line, invoice=invoice, by=None, now=NOW)

    payments.take_back(payment=Payment.objects.get(), by=None, now=NOW)
    bank.book(line=line, invoice=invoice, by=None, now=NOW)

    line.refresh_from_db()
    invoice.refresh_from_db()
    assert (line.state, invoice.state, invoice.paid_cents) == (LineState.BOOKED, State.PAID, 5900)


def test_money_given_back_by_the_bank_counts_as_a_refund():
    invoice = factories.invoice()
    payments.book(invoice=invoice, amount_cents=6900, booked_on=NOW.date(), by=None, now=NOW)
    read("Erstattung RE-2026-0001;Gemeinde Muster;-10,00")

    assert bank.book_sure(lines=BankLine.objects.all(), by=None, now=NOW) == 1

    invoice.refresh_from_db()
    assert (invoice.state, invoice.refund_cents) == (State.PAID, 0)


def test_lines_that_concern_no_invoice_are_emptied_and_stay_known():
    invoice = factories.invoice()
    read("RE-2026-0001;A;59,00", "Spende;Person Muster;5,00")
    bank.book_sure(lines=BankLine.objects.all(), by=None, now=NOW)

    retention.run_retention(now=NOW + timedelta(days=92), dry=False)

    booked, other = BankLine.objects.order_by("pk")
    assert (other.purpose, other.counterpart, other.state) == ("", "", LineState.IGNORED)
    assert (booked.purpose, booked.kept_until) == ("RE-2026-0001", invoice.kept_until)
    assert read("Spende;Person Muster;5,00", name="b.csv").known == 1
    assert date(2034, 12, 31) == invoice.kept_until
