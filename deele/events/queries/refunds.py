"""Who gets money back from an event: paid and cancelled, paid too much, or the event was called off."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from deele.audit.actions import reference
from deele.core.amounts import euros
from deele.events.models import Event, RefundAccount, Registration
from deele.money import queries as money
from deele.money.models import Invoice
from deele.money.rules.amounts import decimal


@dataclass(frozen=True)
class Refund:
    """One registration with money to go back; amounts in cents."""

    registration: Registration
    cents: int
    documents: tuple[Invoice, ...]
    account: RefundAccount | None

    @property
    def amount(self) -> str:
        """In words."""
        return euros(self.cents)

    @property
    def purpose(self) -> str:
        """What stands on the transfer: the numbers, so that the bank line finds its invoice."""
        return " ".join(one.number for one in self.documents)

    @property
    def iban(self) -> str:
        """The account number in groups of four, as people compare it."""
        text = self.account.iban if self.account else ""
        return " ".join(text[start : start + 4] for start in range(0, len(text), 4))

    @property
    def payee(self) -> str:
        """Who is owed: whoever the invoice names."""
        return self.documents[0].recipient_name


def refunds(event: Event) -> list[Refund]:
    """All that is open, in the order of names."""
    rows = {
        reference(one): one
        for one in event.registrations.select_related("refund_account").order_by("contact_name", "pk")
    }
    standing = money.standing(rows)
    return [made(row, standing[ref]) for ref, row in rows.items() if ref in standing and standing[ref].refund_cents]


def refund(registration: Registration) -> Refund | None:
    """What goes back to one registration; None where nothing does."""
    ref = reference(registration)
    found = money.standing([ref]).get(ref)
    return made(registration, found) if found and found.refund_cents else None


def made(registration: Registration, standing: Any) -> Refund:
    """Its documents are those on which money is to go back."""
    documents = tuple(one for one in standing.invoices if one.refund_cents)
    account = getattr(registration, "refund_account", None)
    return Refund(registration, standing.refund_cents, documents, account)


def header() -> list[str]:
    """The heading of the table."""
    return [_("Registration"), _("Recipient"), _("Account holder"), _("IBAN"), _("Amount"), _("Purpose"), _("E-mail")]


def cells(rows: list[Refund]) -> list[list[Any]]:
    """The table for whoever transfers the money."""
    return [
        [
            one.registration.code,
            one.payee,
            one.account.holder if one.account else "",
            one.account.iban if one.account else "",
            float(decimal(one.cents)),
            one.purpose,
            one.registration.contact_email,
        ]
        for one in rows
    ]
