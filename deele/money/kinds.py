"""What is handed over to bill something, and what is answered."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from deele.money.rules import texts

LONGEST_NAME, LONGEST_REFERENCE, LONGEST_TITLE = 200, 100, 4_000


@dataclass(frozen=True)
class Recipient:
    """Who pays. `address` holds the lines below the name. A Leitweg-ID asks for an e-invoice (XRechnung).

    `email` is where the document goes; without it the office prints and posts. `e_invoice` asks for an e-invoice
    without a Leitweg-ID. Only the paying body stands here, never who takes part.
    """

    name: str
    address: str = ""
    email: str = ""
    order_reference: str = ""
    leitweg_id: str = ""
    e_invoice: bool = False

    @property
    def wants_e_invoice(self) -> bool:
        """Whether an e-invoice is due."""
        return bool(self.leitweg_id) or self.e_invoice

    def cleaned(self) -> "Recipient":
        """The recipient as it may stand on a document."""
        return replace(
            self,
            name=texts.one_line(self.name, LONGEST_NAME),
            address=texts.lines(self.address),
            email=self.email.strip(),
            order_reference=texts.one_line(self.order_reference, LONGEST_REFERENCE),
            leitweg_id=self.leitweg_id.strip().upper(),
        )

    def faults(self) -> list[str]:
        """What is missing or wrong, in words for the person who types it. Empty when a document can be made."""
        clean = self.cleaned()
        found = []
        if not clean.name:
            found.append(_("Please say to whom the invoice is addressed."))
        if clean.leitweg_id and not texts.is_leitweg(clean.leitweg_id):
            found.append(_("The Leitweg-ID is not right: its check digits do not fit. Please compare it."))
        if clean.wants_e_invoice and texts.postal(clean.address) is None:
            found.append(_("An e-invoice needs the address with postcode and town on one line, e.g. 27283 Verden."))
        if clean.wants_e_invoice and not clean.email:
            found.append(_("An e-invoice needs an e-mail address to which it is sent."))
        return found


@dataclass(frozen=True)
class Line:
    """One thing billed. `detail` is a smaller second line, e.g. "Anmeldung Nr. 12". No person's name in either."""

    title: str
    quantity: int
    unit_cents: int
    detail: str = ""

    @property
    def total_cents(self) -> int:
        """Quantity times price."""
        return self.quantity * self.unit_cents

    def cleaned(self) -> "Line":
        """The line as it may stand on a document."""
        title, detail = texts.one_line(self.title, LONGEST_TITLE), texts.one_line(self.detail, LONGEST_TITLE)
        return replace(self, title=title, detail=detail)


@dataclass(frozen=True)
class Issuer:
    """Who bills, as it stands on the paper: frozen with the number, since the paper is drawn a moment later."""

    name: str
    address: str
    account_holder: str
    iban: str
    tax_text: str
    bic: str = ""
    bank: str = ""
    tax_number: str = ""
    vat_id: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    funder_block: str = ""


@dataclass(frozen=True)
class Standing:
    """How matters stand for one reference: what was billed and still counts, what came in, what is missing.

    `refund_cents` is what has to go back; `invoices` are all documents, oldest first, without their bytes.
    """

    total_cents: int = 0
    paid_cents: int = 0
    open_cents: int = 0
    refund_cents: int = 0
    overdue: bool = False
    invoices: tuple[Any, ...] = field(default=())
