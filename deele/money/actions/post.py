"""Documents on their way: a mail with the bytes as they were issued."""

from datetime import datetime

from django.utils import translation

from deele.mail.actions import outbox
from deele.mail.enums import Draft, File
from deele.money import emails, papers
from deele.money.enums import Kind
from deele.money.models import Billing, Delivery, Invoice
from deele.money.papers.letters import day
from deele.money.rules import amounts

PDF, XML = "application/pdf", "application/xml"


def send_document(*, invoice: Invoice, now: datetime, again: bool = False) -> None:
    """Queue the mail with the document, where there is an address. A second sending has a key of its own."""
    delivery = Delivery.objects.filter(invoice=invoice).first()
    if delivery is None or not delivery.email:
        return
    with translation.override(papers.LANGUAGE):
        draft = words(invoice)
    cancels = invoice.kind == Kind.CANCELLATION
    outbox.queue(
        purpose=emails.CANCELLATION if cancels else emails.INVOICE,
        to=delivery.email,
        key=f"{invoice.number} {now:%Y-%m-%d %H:%M}" if again else invoice.number,
        reply_to=Billing.objects.get(carrier=invoice.carrier_id).contact_email,
        about=f"money.invoice:{invoice.pk}",
        files=files(invoice),
        now=now,
        **draft._asdict(),
    )
    Invoice.objects.filter(pk=invoice.pk).update(sent_at=now)
    invoice.sent_at = now


def words(invoice: Invoice) -> Draft:
    """What the mail says."""
    if invoice.cancels:
        return emails.cancellation(
            number=invoice.number,
            original=invoice.cancels.number,
            reason=invoice.reason,
            carrier=invoice.carrier.name,
        )
    return emails.invoice(
        number=invoice.number,
        amount=amounts.euros(invoice.total_cents),
        day=day(invoice.due_on),
        carrier=invoice.carrier.name,
        subject=invoice.subject,
        e_invoice=bool(invoice.xml),
    )


def files(invoice: Invoice) -> list[File]:
    """The bytes of the document: its PDF, and its XML where it has one."""
    found = [File(f"{invoice.file_name}.pdf", PDF, bytes(invoice.pdf))]
    if invoice.xml:
        found.append(File(f"{invoice.file_name}.xml", XML, bytes(invoice.xml)))
    return found
