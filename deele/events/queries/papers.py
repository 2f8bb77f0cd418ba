"""The papers of one registration for its own page: invoices, certificates, the calendar, the code for the entrance."""

from dataclasses import dataclass
from typing import Any

from deele.audit.actions import reference
from deele.core.amounts import euros
from deele.events.enums import RegistrationState
from deele.events.models import Certificate, Registration
from deele.events.queries import day_papers, entrance
from deele.money import queries as money
from deele.money.models import Invoice


@dataclass(frozen=True)
class Bill:
    """A document with what is still to pay on it."""

    invoice: Invoice
    total: str
    open: str
    has_xml: bool


@dataclass(frozen=True)
class Papers:
    """What people can take from their own page."""

    invoices: list[Bill]
    certificates: list[Certificate]
    entrance_qr: str = ""

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.invoices or self.certificates or self.entrance_qr)


def papers(registration: Registration) -> Papers:
    """All papers of a registration."""
    shows_code = registration.state == RegistrationState.CONFIRMED
    code = day_papers.qr_picture(entrance.qr_address(registration)) if shows_code else ""
    return Papers(bills(registration), list(certificates(registration)), code)


def bills(registration: Registration) -> list[Bill]:
    """Its documents, newest first."""
    rows = money.about(reference(registration)).order_by("-pk")
    return [
        Bill(row, euros(row.total_cents), euros(row.open_cents) if row.open_cents else "", bool(row.xml))
        for row in rows
    ]


def certificates(registration: Registration) -> Any:
    """The valid certificates of its people."""
    found = Certificate.objects.filter(participant__registration=registration, withdrawn_at=None)
    return found.select_related("participant__registration__event__area__carrier")


def certificate(registration: Registration, code: str) -> Certificate | None:
    """One of them."""
    return certificates(registration).filter(code=code).first()


def invoice(registration: Registration, number: str) -> Invoice | None:
    """One of its documents."""
    return money.about(reference(registration)).filter(number=number).first()
