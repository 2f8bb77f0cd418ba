"""What the books know of people, and why it stays.

Documents are kept eight years from the end of their year, because the law says so (§ 147 AO, § 14b UStG). Art. 17 (3) b
DSGVO lets such a duty outlive a wish for erasure, so invoices lead to no person: `erase_person` finds the address of
the delivery and empties it, while name and postal address stay on the document until `kept_until`. That day is
computed when a row is written, so the terms here count from it.
"""

from django.utils.translation import gettext_lazy as _

from deele.money.enums import LineState
from deele.money.models import BankFile, BankLine, Billing, Delivery, Invoice, Payment, Reminder, Sequence
from deele.privacy.kinds import Term, register, tell

ON_THE_DOCUMENT = _("stands on the document, which the law has us keep (§ 147 AO, § 14b UStG)")
WHEN_ITS_DAY_COMES = Term(after="kept_until", days=0)

register(
    Billing,
    purpose=_("What a carrier needs to write invoices."),
    keep=[
        "carrier", "account_holder", "iban", "bic", "bank", "tax_number", "vat_id", "tax_text", "prefix", "days_to_pay",
        "contact_email", "contact_phone", "step1_days", "step1_cents", "step2_days", "step2_cents", "step3_days",
        "step3_cents", "reminds_alone",
    ],
    personal={"contact_name": _("who answers questions about an invoice")},
    person="contact_email",
)  # fmt: skip
register(Sequence, purpose=_("Numbering documents without gaps."), keep=["carrier", "year", "last"])
register(
    Invoice,
    purpose=_(
        "Invoices and cancellations. Kept eight years from the end of their year by law (§ 147 AO, § 14b UStG), "
        "also against a wish for erasure (Art. 17 (3) b DSGVO); only then emptied. No participants are named."
    ),
    keep=[
        "carrier", "number", "year", "running", "kind", "cancels", "subject", "lines", "total_cents", "issued_on",
        "due_on", "service", "about", "cost_mark", "state", "paid_cents", "paid_on", "fees_cents", "dunning_level",
        "dunned_on", "on_hold", "waived_on", "sent_at", "kept_until",
    ],
    personal={
        "recipient_name": ON_THE_DOCUMENT,
        "recipient_address": ON_THE_DOCUMENT,
        "order_reference": ON_THE_DOCUMENT,
        "leitweg_id": ON_THE_DOCUMENT,
        "reason": ON_THE_DOCUMENT,
        "note": _("notes of the office, which may name somebody"),
        "pdf": _("the document as it was sent"),
        "xml": _("the document as it was sent, for machines"),
        "to_draw": _("names who answers questions, until the document is drawn"),
    },
    term=WHEN_ITS_DAY_COMES,
)  # fmt: skip
register(
    Delivery,
    purpose=_("Sending documents and reminders by mail. No part of the books, so it goes on a wish."),
    keep=["invoice"],
    personal={"email": _("where the document goes")},
    person="email",
    term=Term(after="invoice__kept_until", days=0),
)
register(
    Reminder,
    purpose=_("Which reminders were sent; kept with their invoice."),
    keep=["invoice", "level", "fee_cents", "sent_on", "pay_by", "by"],
    personal={"pdf": _("the letter, with the name of the recipient")},
    term=Term(after="invoice__kept_until", days=0),
)
register(
    Payment,
    purpose=_("What came in and went back; kept with its invoice."),
    keep=["invoice", "amount_cents", "booked_on", "way", "by", "bank_line", "takes_back", "token"],
    personal={"note": _("notes of the office, which may name somebody")},
    term=Term(after="invoice__kept_until", days=0),
)
register(
    BankFile,
    purpose=_("Which bank statements were read in. The files are not kept."),
    keep=["carrier", "name", "form", "digest", "taken", "known", "left_out", "by"],
)
register(
    BankLine,
    purpose=_(
        "Matching money that came in with invoices. Lines that concern no invoice are emptied after 90 days, "
        "booked ones with their invoice. The fingerprint tells nothing without the key of the house."
    ),
    keep=["file", "carrier", "booked_on", "amount_cents", "fingerprint", "state", "kept_until"],
    personal={
        "purpose": _("names the invoice, and sometimes a person"),
        "counterpart": _("who paid"),
        "counterpart_iban": _("where money could be given back to"),
    },
    term=WHEN_ITS_DAY_COMES,
)


def close_emptied(model: type, pks: list[int]) -> None:
    """A bank line whose texts are gone waits for nobody any more."""
    if model is BankLine:
        BankLine.objects.filter(pk__in=pks, state=LineState.OPEN).update(state=LineState.IGNORED)


tell("money", close_emptied)
