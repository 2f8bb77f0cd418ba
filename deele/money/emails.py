"""What the money says by mail: the document with its PDF, the reminder with a copy. In German, as the documents are."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

INVOICE, CANCELLATION, REMINDER = "money.invoice", "money.cancellation", "money.reminder"
SAMPLE: dict[str, Any] = {
    "number": "RE-2026-0007",
    "amount": "59,00 €",
    "day": "8. Dezember 2026",
    "carrier": "Träger Muster e. V.",
    "subject": "Fachtag Wohnen im Alter",
}


def letter(subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day,"), *(part for part in parts if part), _("Kind regards")]))


def invoice(*, number: str, amount: str, day: str, carrier: str, subject: str = "", e_invoice: bool = False) -> Draft:
    """A new invoice; the document hangs on the mail."""
    words = {"number": number, "amount": amount, "day": day, "carrier": carrier, "subject": subject}
    return letter(
        _("Invoice %(number)s") % words,
        _("enclosed you find our invoice %(number)s for %(subject)s.") % words
        if subject
        else _("enclosed you find our invoice %(number)s.") % words,
        _("Please transfer **%(amount)s** by %(day)s, with the purpose **%(number)s**.") % words,
        _("The e-invoice for machines (XML) is enclosed too.") if e_invoice else "",
        _("The sender of the invoice is %(carrier)s. If something is not right, simply answer this mail.") % words,
    )


def cancellation(*, number: str, original: str, reason: str, carrier: str) -> Draft:
    """An invoice is cancelled; the document hangs on the mail."""
    words = {"number": number, "original": original, "reason": reason, "carrier": carrier}
    return letter(
        _("Cancellation of the invoice %(original)s") % words,
        _("we have cancelled our invoice %(original)s. Enclosed you find the cancellation %(number)s.") % words,
        _("Reason: %(reason)s") % words if reason else "",
        _("You need not pay it. What you have paid on it already we give back to you."),
    )


def reminder(*, number: str, amount: str, day: str, level: int, fee: str = "") -> Draft:
    """A reminder; the letter and a copy of the invoice hang on the mail."""
    words = {"number": number, "amount": amount, "day": day, "fee": fee}
    said = {
        1: _("perhaps our invoice %(number)s was overlooked. **%(amount)s** are still open.") % words,
        2: _("we still wait for your payment of our invoice %(number)s. **%(amount)s** are open.") % words,
        3: _("this is our last reminder of our invoice %(number)s. **%(amount)s** are open.") % words,
    }[level]
    return letter(
        (_("Reminder: invoice %(number)s") if level < 3 else _("Last reminder: invoice %(number)s")) % words,
        said,
        _("The sum holds a reminder fee of %(fee)s.") % words if fee else "",
        _("Please transfer the sum by %(day)s, with the purpose **%(number)s**. A copy is enclosed.") % words,
        _("Has the money been sent in the meantime? Then please forget this mail. If you can't pay now, answer us."),
    )


enums.message(INVOICE, gettext_lazy("An invoice"), lambda: invoice(**SAMPLE))
enums.message(
    CANCELLATION,
    gettext_lazy("An invoice is cancelled"),
    lambda: cancellation(
        number="RE-2026-0008", original="RE-2026-0007", reason="Abmeldung vor der Frist", carrier=SAMPLE["carrier"]
    ),
)
enums.message(
    REMINDER,
    gettext_lazy("A reminder of an invoice"),
    lambda: reminder(number="RE-2026-0007", amount="59,00 €", day="22. Dezember 2026", level=1),
)
