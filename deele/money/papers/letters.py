"""The letters: an invoice, a cancellation, a reminder. Always in German, as the books are."""

from datetime import date
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.money.enums import Kind
from deele.money.kinds import Issuer
from deele.money.models import Invoice, Reminder
from deele.money.papers import qr
from deele.money.papers.hybrid import with_xml
from deele.money.rules import amounts
from deele.ui import papers

LANGUAGE = "de"


def invoice_pdf(invoice: Invoice, issuer: Issuer, xml: bytes = b"") -> bytes:
    """The document as PDF; with an e-invoice inside it, a PDF/A-3 made for keeping."""
    with translation.override(LANGUAGE):
        data = invoice_data(invoice, issuer)
        title = f"{data['heading']} {invoice.number}"
        if not xml:
            return papers.pdf("money/invoice", data, title=title)
        return with_xml(data, title=title, xml=xml, profile="XRECHNUNG" if invoice.leitweg_id else "EN 16931")


def reminder_pdf(reminder: Reminder, issuer: Issuer) -> bytes:
    """The letter that reminds of an invoice."""
    with translation.override(LANGUAGE):
        invoice = reminder.invoice
        due = invoice.open_cents
        words = {"number": invoice.number, "day": day(invoice.issued_on), "due": day(invoice.due_on)}
        data = {
            **letter(invoice, issuer),
            "heading": reminder_title(reminder.level),
            "number": invoice.number,
            "info": facts((_("Date"), day(reminder.sent_on)), (_("Invoice"), invoice.number)),
            "intro": [_("Good day,"), reminder_words(reminder.level) % words],
            "head": [_("Item"), _("Amount")],
            "rows": [],
            "sums": reminder_sums(invoice),
            "total": [_("Still open"), amounts.euros(due)],
            **payment(invoice, issuer, due, reminder.pay_by),
            "closing": [
                _("Has the money been sent in the meantime? Then please forget this letter."),
                _("Kind regards"),
                issuer.name,
            ],
        }
        return papers.pdf("money/invoice", data, title=f"{data['heading']} {invoice.number}")


def reminder_title(level: int) -> str:
    """What a reminder of this level is called."""
    return {1: _("Friendly reminder"), 2: _("Second reminder"), 3: _("Last reminder")}[level]


def reminder_words(level: int) -> str:
    """What it says; each level plainer than the one before, none of them rude."""
    return {
        1: _(
            "perhaps our invoice %(number)s of %(day)s was overlooked. It was to be paid by %(due)s, "
            "and we have not yet seen your payment."
        ),
        2: _(
            "we have not yet received your payment for the invoice %(number)s of %(day)s, which was to be paid "
            "by %(due)s, and nothing after our first reminder. Please pay now, or tell us what stands in the way."
        ),
        3: _(
            "the invoice %(number)s of %(day)s, to be paid by %(due)s, is still open after two reminders. "
            "This is our last reminder. Please pay by the day named below, or call us."
        ),
    }[level]


def reminder_sums(invoice: Invoice) -> list[list[str]]:
    """How the open sum comes about."""
    found = [[_("Invoice %(number)s") % {"number": invoice.number}, amounts.euros(invoice.total_cents)]]
    if invoice.fees_cents:
        found.append([_("Reminder fee"), amounts.euros(invoice.fees_cents)])
    if invoice.paid_cents:
        found.append([_("Paid so far"), amounts.euros(-invoice.paid_cents)])
    return found


def invoice_data(invoice: Invoice, issuer: Issuer) -> dict[str, Any]:
    """Everything that stands on an invoice or a cancellation, in words."""
    cancels = invoice.kind == Kind.CANCELLATION
    return {
        **letter(invoice, issuer),
        "heading": _("Cancellation of an invoice") if cancels else _("Invoice"),
        "number": invoice.number,
        "info": info(invoice),
        "intro": intro(invoice),
        "head": [_("Item"), _("Quantity"), _("Single price"), _("Amount")],
        "rows": [row(line) for line in invoice.line_rows()],
        "sums": [],
        "total": [_("Total"), amounts.euros(invoice.total_cents)],
        "tax": issuer.tax_text,
        **({"closing": cancellation_closing(issuer)} if cancels else payment_of(invoice, issuer)),
    }


def letter(invoice: Invoice, issuer: Issuer) -> dict[str, Any]:
    """Sender, window and foot, which every letter has."""
    address = [line.strip() for line in issuer.address.splitlines() if line.strip()]
    contact = [part for part in (issuer.contact_name, issuer.contact_phone, issuer.contact_email) if part]
    numbers = [
        _("Tax number %(number)s") % {"number": issuer.tax_number} if issuer.tax_number else "",
        _("VAT ID %(number)s") % {"number": issuer.vat_id} if issuer.vat_id else "",
    ]
    return {
        "carrier": issuer.name,
        "sender": [*address, "", *contact],
        "window": " · ".join([issuer.name, *address]),
        "to": [invoice.recipient_name, *invoice.recipient_address.splitlines()],
        "foot": [issuer.name, *(number for number in numbers if number), f"IBAN {iban(issuer.iban)}"],
        "funder": issuer.funder_block,
        "tax": "",
        "pay": "",
        "bank": [],
        "qr": "",
        "qr_alt": "",
        "qr_note": "",
        "closing": [],
    }


def info(invoice: Invoice) -> list[list[str]]:
    """The block of facts beside the address."""
    original = invoice.cancels
    return facts(
        (_("Number of this document") if original else _("Invoice number"), invoice.number),
        (_("Date"), day(invoice.issued_on)),
        (_("Cancelled invoice"), original.number if original else ""),
        (_("Service"), invoice.service),
        (_("Your reference"), invoice.order_reference),
        (_("Leitweg-ID"), invoice.leitweg_id),
        (_("To be paid by"), "" if original else day(invoice.due_on)),
    )


def facts(*pairs: tuple[str, str]) -> list[list[str]]:
    """Label and value, where there is a value."""
    return [[str(label), value] for label, value in pairs if value]


def intro(invoice: Invoice) -> list[str]:
    """What is said before the table."""
    if original := invoice.cancels:
        words = _("with this document we cancel our invoice %(number)s of %(day)s in full.")
        said = [_("Good day,"), words % {"number": original.number, "day": day(original.issued_on)}]
        return [*said, _("Reason: %(reason)s") % {"reason": invoice.reason}] if invoice.reason else said
    return [_("Good day,"), _("we bill you for:")]


def row(line: Any) -> dict[str, str]:
    """A line of the table."""
    return {
        "title": line.title,
        "detail": line.detail,
        "quantity": str(line.quantity).replace("-", "\N{MINUS SIGN}"),
        "unit": amounts.euros(line.unit_cents),
        "total": amounts.euros(line.total_cents),
    }


def cancellation_closing(issuer: Issuer) -> list[str]:
    """What is said below a cancellation."""
    return [
        _("Nothing is to be paid on the cancelled invoice. What you have paid on it already we give back to you."),
        _("Kind regards"),
        issuer.name,
    ]


def payment_of(invoice: Invoice, issuer: Issuer) -> dict[str, Any]:
    """How to pay, on an invoice."""
    closing = [_("If you have questions, please write or call us."), _("Kind regards"), issuer.name]
    return {**payment(invoice, issuer, invoice.total_cents, invoice.due_on), "closing": closing}


def payment(invoice: Invoice, issuer: Issuer, due: int, pay_by: date) -> dict[str, Any]:
    """How to pay: a sentence, the account, the code for banking apps."""
    words = {"amount": amounts.euros(due), "day": day(pay_by), "number": invoice.number}
    return {
        "pay": _("Please transfer %(amount)s by %(day)s, with %(number)s as the purpose.") % words,
        "bank": facts(
            (_("Account holder"), issuer.account_holder),
            ("IBAN", iban(issuer.iban)),
            ("BIC", issuer.bic),
            (_("Bank"), issuer.bank),
            (_("Purpose of the transfer"), invoice.number),
        ),
        "qr": qr.svg(issuer, due, invoice.number),
        "qr_alt": _("QR code for banking apps: transfer %(amount)s to %(holder)s, IBAN %(iban)s, purpose %(number)s.")
        % {**words, "holder": issuer.account_holder, "iban": iban(issuer.iban)},
        "qr_note": _("Scan with your banking app"),
    }


def iban(text: str) -> str:
    """The account number in groups of four."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def day(value: date) -> str:
    """A day as people write it, e.g. 3. Mai 2026."""
    return str(date_format(value, "j. F Y"))
