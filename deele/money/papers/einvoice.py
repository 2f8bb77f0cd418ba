"""The e-invoice: the document as XML in the words of EN 16931, for machines (XRechnung, ZUGFeRD/Factur-X)."""

from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from deele.core import dates
from deele.money.enums import Kind
from deele.money.kinds import Issuer, Line
from deele.money.models import Invoice
from deele.money.papers.letters import day
from deele.money.rules import amounts, texts

XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
EN16931 = "urn:cen.eu:en16931:2017"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
SCHEMA = "FACTUR-X_EN16931"
INVOICE_CODE, CREDIT_CODE = "380", "381"  # a cancellation is a credit note with positive amounts
SEPA_TRANSFER, PIECE, EUR, GERMANY = "58", "C62", "EUR", "DE"
VAT, EXEMPT, NO_RATE = "VAT", "E", Decimal("0.00")


def xml(invoice: Invoice, issuer: Issuer, email: str) -> bytes:
    """The e-invoice, checked against the schema. Raises lxml.etree.XMLSyntaxError for a fault of the program."""
    from drafthorse.models.document import Document  # noqa: PLC0415  heavy, and wanted for e-invoices alone

    document = Document()
    document.context.guideline_parameter.id = XRECHNUNG if invoice.leitweg_id else EN16931
    if invoice.leitweg_id:
        document.context.business_parameter.id = PROCESS
    document.header.id = invoice.number
    document.header.type_code = CREDIT_CODE if invoice.kind == Kind.CANCELLATION else INVOICE_CODE
    document.header.issue_date_time = moment(invoice.issued_on)
    agreement(document.trade.agreement, invoice, issuer, email)
    delivery(document.trade.delivery, invoice)
    settlement(document.trade.settlement, invoice, issuer)
    for place, line in enumerate(invoice.line_rows(), start=1):
        document.trade.items.add(item(place, line))
    return bytes(document.serialize(schema=SCHEMA))


def moment(value: Any) -> datetime:
    """A day as the library takes it."""
    return datetime.combine(value, time(), tzinfo=UTC)


def agreement(part: Any, invoice: Invoice, issuer: Issuer, email: str) -> None:
    """Seller and buyer. The seller's contact is what XRechnung asks for (BG-6)."""
    if reference := invoice.leitweg_id or invoice.order_reference:
        part.buyer_reference = reference
    if invoice.order_reference:
        part.buyer_order.issuer_assigned_id = invoice.order_reference
    party(part.seller, issuer.name, issuer.address, issuer.contact_email)
    part.seller.contact.person_name = issuer.contact_name or issuer.name
    part.seller.contact.telephone.number = issuer.contact_phone
    part.seller.contact.email.address = issuer.contact_email
    if not issuer.vat_id:
        part.seller.id = issuer.tax_number  # without a VAT ID another sign must tell who bills (BR-CO-26)
    for scheme, number in (("FC", issuer.tax_number), ("VA", issuer.vat_id)):
        if number:
            part.seller.tax_registrations.add(registration(scheme, number))
    party(part.buyer, invoice.recipient_name, invoice.recipient_address, email)


def party(part: Any, name: str, address: str, email: str) -> None:
    """A name with its address and the mail address for e-invoices."""
    part.name = name
    if found := texts.postal(address):
        part.address.line_one = found.street
        if found.more:
            part.address.line_two = found.more
        part.address.postcode, part.address.city_name = found.postcode, found.town
    part.address.country_id = GERMANY
    if email:
        part.electronic_address.uri_ID = ("EM", email)


def registration(scheme: str, number: str) -> Any:
    """A tax number (FC) or VAT ID (VA)."""
    from drafthorse.models.party import TaxRegistration  # noqa: PLC0415  heavy, as above

    made = TaxRegistration()
    made.id = (scheme, number)
    return made


def delivery(part: Any, invoice: Invoice) -> None:
    """The day of the service, where exactly one is named."""
    try:
        known = dates.parse(invoice.service)
    except dates.BadDate:
        return
    if known.precision == dates.Precision.DAY:
        part.event.occurrence = moment(known.day)


def settlement(part: Any, invoice: Invoice, issuer: Issuer) -> None:
    """Account, exemption from VAT, terms, sums."""
    from drafthorse.models.accounting import ApplicableTradeTax  # noqa: PLC0415  heavy, as above
    from drafthorse.models.payment import PaymentMeans, PaymentTerms  # noqa: PLC0415  heavy, as above

    total = amounts.decimal(abs(invoice.total_cents))
    part.payment_reference = invoice.number
    part.currency_code = EUR
    means = PaymentMeans()
    means.type_code = SEPA_TRANSFER
    means.payee_account.iban = issuer.iban
    means.payee_account.account_name = issuer.account_holder
    if issuer.bic:
        means.payee_institution.bic = issuer.bic
    part.payment_means.add(means)
    tax = ApplicableTradeTax()
    tax.calculated_amount, tax.basis_amount = NO_RATE, total
    tax.type_code, tax.category_code, tax.rate_applicable_percent = VAT, EXEMPT, NO_RATE
    tax.exemption_reason = issuer.tax_text
    part.trade_tax.add(tax)
    terms = PaymentTerms()
    terms.description = _("To be paid by %(day)s.") % {"day": day(invoice.due_on)}
    terms.due = moment(invoice.due_on)
    part.terms.add(terms)
    sums = part.monetary_summation
    sums.line_total, sums.due_amount = total, total
    sums.charge_total = sums.allowance_total = NO_RATE
    sums.tax_basis_total, sums.tax_total, sums.grand_total = (total, None), (NO_RATE, EUR), (total, None)
    if invoice.cancels:
        part.invoice_referenced_document.issuer_assigned_id = invoice.cancels.number
        part.invoice_referenced_document.issue_date_time = moment(invoice.cancels.issued_on)


def item(place: int, line: Line) -> Any:
    """One line. Amounts are positive: what a credit note takes away is said by its code."""
    from drafthorse.models.tradelines import LineItem  # noqa: PLC0415  heavy, as above

    made = LineItem()
    made.document.line_id = str(place)
    made.product.name = line.title
    if line.detail:
        made.product.description = line.detail
    made.agreement.net.amount = amounts.decimal(line.unit_cents)
    made.agreement.net.basis_quantity = (Decimal(1), PIECE)
    made.delivery.billed_quantity = (Decimal(abs(line.quantity)), PIECE)
    tax = made.settlement.trade_tax
    tax.type_code, tax.category_code, tax.rate_applicable_percent = VAT, EXEMPT, NO_RATE
    made.settlement.monetary_summation.total_amount = amounts.decimal(abs(line.total_cents))
    return made
