"""Kinds and states of documents, ways of payment, and what the log can say about money."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Kind(TextChoices):
    """What a document is. A cancellation is a document of its own, with a number of its own."""

    INVOICE = "rechnung", _("invoice")
    CANCELLATION = "storno", _("cancellation")


class State(TextChoices):
    """Where an invoice stands. `rules.state_of` is the one place that says so."""

    OPEN = "offen", pgettext_lazy("state of an invoice", "open")
    PART_PAID = "teilbezahlt", pgettext_lazy("state of an invoice", "paid in part")
    PAID = "bezahlt", pgettext_lazy("state of an invoice", "paid")
    OVERPAID = "ueberzahlt", pgettext_lazy("state of an invoice", "paid too much")
    CANCELLED = "storniert", pgettext_lazy("state of an invoice", "cancelled")
    WAIVED = "erlassen", pgettext_lazy("state of an invoice", "waived")
    IS_CANCELLATION = "beleg", pgettext_lazy("state of an invoice", "cancels another")


UNPAID = (State.OPEN, State.PART_PAID)


class Way(TextChoices):
    """How money came or went."""

    BANK = "bank", _("bank transfer")
    CASH = "bar", _("cash")
    OTHER = "anders", _("another way")


class LineState(TextChoices):
    """What became of a line of a bank statement."""

    OPEN = "offen", pgettext_lazy("state of a bank line", "open")
    BOOKED = "gebucht", pgettext_lazy("state of a bank line", "booked")
    IGNORED = "uebergangen", pgettext_lazy("state of a bank line", "set aside")


ISSUED = declare("money.issued", _("%(actor)s issued the invoice %(about)s."))
CANCELLED = declare("money.cancelled", _("%(actor)s cancelled the invoice %(about)s."))
SENT_AGAIN = declare("money.sent-again", _("%(actor)s sent the document %(about)s again."))
BOOKED = declare("money.booked", _("%(actor)s booked a payment for %(about)s."))
TAKEN_BACK = declare("money.taken-back", _("%(actor)s took a booking back: %(about)s."))
REFUNDED = declare("money.refunded", _("%(actor)s booked a refund for %(about)s."))
WAIVED = declare("money.waived", _("%(actor)s waived what is open of the invoice %(about)s."))
HELD = declare("money.held", _("%(actor)s stopped reminders for %(about)s."))
RELEASED = declare("money.released", _("%(actor)s allowed reminders for %(about)s again."))
REMINDED = declare("money.reminded", _("%(actor)s reminded of the invoice %(about)s."))
BILLING_CHANGED = declare("money.billing", _("%(actor)s changed the billing data of %(about)s."))
STATEMENT_READ = declare("money.statement", _("%(actor)s read in the bank statement “%(about)s”."))
LINE_IGNORED = declare("money.line-ignored", _("%(actor)s set the bank line %(about)s aside."))
LINE_OPENED = declare("money.line-opened", _("%(actor)s took the bank line %(about)s up again."))
EXPORTED = declare("money.exported", _("%(actor)s took the list of documents of %(about)s for the books."), looked=True)
