"""The money at the desk."""

import csv
import io

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague, grant
from deele.accounts.tests import factories as accounts
from deele.money.actions import demo
from deele.money.enums import State
from deele.money.kinds import Line, Recipient
from deele.money.models import BankFile, BankLine, Billing, Invoice, Payment
from deele.money.tests import factories
from deele.office.models import Area

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def desk(client):
    client.force_login(colleague("veranstaltung"))
    return client


def test_list_filters_by_state_year_and_words_and_sums(desk):
    factories.invoice()
    factories.invoice(recipient=Recipient("Landkreis Beispiel"), lines=[Line("Fachtag", 2, 5000)])
    page = reverse("money:list")

    assert b"RE-2026-0002" in desk.get(page).content
    assert "159,00" in desk.get(page).content.decode()
    found = desk.get(page, {"q": "landkreis", "jahr": "2026", "zustand": "offen"}).content.decode()
    assert "RE-2026-0002" in found
    assert "RE-2026-0001" not in found
    assert "RE-2026" not in desk.get(page, {"zustand": "bezahlt"}).content.decode()
    for odd in ("erfunden", "9" * 30, "\x00", "'"):
        assert desk.get(page, {"q": odd, "jahr": odd, "zustand": odd, "traeger": odd, "page": odd}).status_code == 200


def test_people_of_one_area_see_the_carriers_of_that_area_only(client):
    mine, other = factories.carrier(), factories.carrier(name="Fremder Träger")
    area = Area.objects.create(key="wohnen", name="Wohnen", carrier=mine)
    factories.billing(mine)
    factories.billing(other, prefix="FT")
    own, foreign = factories.invoice(mine), factories.invoice(other)
    person = accounts.user(second_factor=True)
    grant(person, "veranstaltung", area=area)
    client.force_login(person)

    listed = client.get(reverse("money:list")).content.decode()

    assert own.number in listed
    assert foreign.number not in listed
    assert client.get(own.get_absolute_url()).status_code == 200
    for name, args in (
        ("money:invoice", [foreign.pk]),
        ("money:file", [foreign.pk, "pdf"]),
        ("money:billing", [other.pk]),
    ):
        assert client.get(reverse(name, args=args)).status_code == 404
    assert client.post(reverse("money:cancel", args=[foreign.pk]), {"cancel-reason": "x"}).status_code == 404


def test_payment_of_a_double_click_is_booked_once(desk):
    invoice = factories.invoice()
    sent = {"in-amount_cents": "59,00", "in-booked_on": "2026-11-24", "in-way": "bank", "in-token": "einmal"}

    for _click in range(2):
        assert desk.post(reverse("money:book", args=[invoice.pk]), sent).status_code == 302

    assert Payment.objects.count() == 1
    assert Invoice.objects.get().state == State.PAID


def test_wrong_amount_is_named_and_nothing_typed_is_lost(desk):
    invoice = factories.invoice()
    sent = {"in-amount_cents": "viel", "in-booked_on": "2026-11-24", "in-way": "bar", "in-token": "x", "in-note": "Tür"}

    page = desk.post(reverse("money:book", args=[invoice.pk]), sent).content.decode()

    assert "viel" in page
    assert "Tür" in page
    assert not Payment.objects.exists()


def test_file_is_what_was_issued(desk):
    invoice = factories.invoice()

    answer = desk.get(reverse("money:file", args=[invoice.pk, "pdf"]))

    assert answer.content == bytes(Invoice.objects.get().pdf)
    assert answer["Content-Disposition"] == 'inline; filename="Rechnung-RE-2026-0001.pdf"'


def test_cancelled_waived_and_held_from_its_page(desk):
    one, two = factories.invoice(), factories.invoice()

    desk.post(reverse("money:cancel", args=[one.pk]), {"cancel-reason": "Abmeldung"})
    desk.post(reverse("money:hold", args=[two.pk]))
    desk.post(reverse("money:waive", args=[two.pk]), {"waive-reason": "Härtefall"})

    one, two = Invoice.objects.get(pk=one.pk), Invoice.objects.get(pk=two.pk)
    assert (one.state, two.state, two.on_hold) == (State.CANCELLED, State.WAIVED, True)
    assert desk.get(one.cancelled_by.get_absolute_url()).status_code == 200


BILLING = {
    "account_holder": "Träger Muster", "iban": "DE02 1203 0000 0000 2020 51", "bic": "", "bank": "",
    "tax_number": "25/1", "vat_id": "", "tax_text": "Umsatzsteuerfrei.", "prefix": "re", "days_to_pay": "14",
    "contact_name": "", "contact_email": "kasse@beispiel.de", "contact_phone": "", "step1_days": "10",
    "step1_cents": "0", "step2_days": "14", "step2_cents": "2,50", "step3_days": "14", "step3_cents": "5",
}  # fmt: skip


def test_billing_data_are_checked_and_the_next_number_shown(desk):
    carrier = factories.carrier()
    page = reverse("money:billing", args=[carrier.pk])

    for change in ({"iban": "DE02120300000000202052"}, {"prefix": "R-E"}, {"tax_number": ""}, {"step1_cents": "-1"}):
        assert desk.post(page, BILLING | change).status_code == 200
    assert not Billing.objects.exists()
    assert desk.post(page, BILLING).status_code == 302

    saved = Billing.objects.get()
    assert (saved.iban, saved.prefix, saved.step2_cents) == ("DE02120300000000202051", "RE", 250)
    factories.invoice(carrier)
    assert b"RE-" in desk.get(page).content


def test_letters_of_another_carrier_are_refused(desk):
    factories.invoice()
    Billing.objects.update(prefix="NEU")
    carrier = factories.carrier(name="Zweiter Träger")

    answer = desk.post(reverse("money:billing", args=[carrier.pk]), BILLING)

    assert answer.status_code == 200
    assert Billing.objects.count() == 1


def test_second_writer_of_billing_data_sees_the_conflict(desk):
    billing = factories.billing()
    Billing.objects.filter(pk=billing.pk).update(version=2, bank="Andere Bank")

    answer = desk.post(reverse("money:billing", args=[billing.carrier_id]), BILLING | {"version": "1"})

    assert answer.status_code == 409
    assert "Andere Bank" in answer.content.decode()


def test_list_for_the_books_is_safe_against_formulas(desk):
    factories.invoice(recipient=Recipient('=HYPERLINK("https://boese.example")'), subject="+cmd|' /C calc'!A0")
    asked = {"since": "2026-11-01", "until": "2026-11-30"}

    table = b"".join(desk.get(reverse("money:books"), {**asked, "form": "csv"}).streaming_content).decode("utf-8-sig")
    book = desk.get(reverse("money:books"), {**asked, "form": "xlsx"})

    row = list(csv.reader(io.StringIO(table), delimiter=";"))[1]
    assert row[0] == "RE-2026-0001"
    assert "59,00" in row
    assert [cell for cell in row if cell.startswith(("=", "+", "@"))] == []
    assert book.content.startswith(b"PK")
    assert (
        desk.get(reverse("money:books"), {"since": "2026-12-01", "until": "2026-11-01", "form": "csv"}).status_code
        == 200
    )


def test_statement_is_read_in_booked_and_set_aside(desk):
    invoice = factories.invoice()
    text = "Buchungstag;Verwendungszweck;Name Zahlungsbeteiligter;Betrag\n"
    text += "24.11.2026;RE-2026-0001;Gemeinde;59,00\n24.11.2026;Spende;Person Muster;5,00\n"

    def send():
        file = io.BytesIO(text.encode("cp1252"))
        file.name = "umsatz.csv"
        return desk.post(reverse("money:bank"), {"carrier": invoice.carrier_id, "file": file})

    assert send().status_code == 302
    assert b"RE-2026-0001" in desk.get(reverse("money:bank")).content
    assert send().status_code == 200  # refused by name, on the form
    desk.post(reverse("money:bank-book-sure"))
    line = BankLine.objects.get(purpose="Spende")
    desk.post(reverse("money:bank-ignore", args=[line.pk]))

    assert Invoice.objects.get().state == State.PAID
    assert BankLine.objects.get(pk=line.pk).state == "uebergangen"
    assert desk.get(line.get_absolute_url()).status_code == 200


def test_pdf_called_csv_is_refused_on_the_form_and_nothing_is_kept(desk):
    file = io.BytesIO(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n")
    file.name = "umsatz.csv"

    answer = desk.post(reverse("money:bank"), {"carrier": factories.billing().carrier_id, "file": file})

    assert answer.status_code == 200
    assert b"PDF" in answer.content
    assert not BankFile.objects.exists()


def test_desk_finds_and_tells_what_waits(desk):
    factories.invoice()

    assert b"RE-2026-0001" in desk.get("/schreibtisch/suche/", {"q": "Gemeinde Muster"}).content
    assert desk.get("/schreibtisch/").status_code == 200


def test_demonstration_house_can_write_invoices():
    one, two = factories.carrier(address=""), factories.carrier(name="Zweiter Träger")

    assert demo.furnish(now=factories.NOW) == 2
    assert demo.furnish(now=factories.NOW) == 0
    one.refresh_from_db()
    assert [factories.invoice(of).number for of in (one, two)] == ["RE-2026-0001", "RE2-2026-0001"]
