"""What there is to fetch on the page of one's own registration: invoices, certificates, the code for the entrance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from deele.audit.actions import reference
from deele.core.amounts import euros
from deele.events.enums import Format, RegistrationState
from deele.events.models import Certificate, Registration
from deele.events.queries import day_papers, entrance, refunds
from deele.money import queries as money
from deele.money.models import Invoice


@dataclass(frozen=True)
class Paper:
    """One line: what it is, where it is fetched, and what is to be said of it."""

    label: str
    url: str
    note: str = ""


def papers(registration: Registration, *, token: str, now: datetime) -> list[Paper]:
    """The papers of a registration that exist now. `token` opens its page and stands in the addresses."""
    return [*owed_back(registration, token), *certified(registration, token), *billed(registration, token)]


def owed_back(registration: Registration, token: str) -> Iterator[Paper]:
    """The way to name an account, where money goes back."""
    if found := refunds.refund(registration):
        words = _("You get %(amount)s back: name your account") % {"amount": found.amount}
        yield Paper(words, reverse("events:own-refund", args=[token]), _("named already") if found.account else "")


def certified(registration: Registration, token: str) -> Iterator[Paper]:
    """The certificates of its people."""
    for one in certificates(registration):
        words = _("Certificate of attendance: %(name)s") % {"name": one.participant.name}
        yield Paper(words, reverse("events:own-certificate", args=[token, one.code]), "PDF")


def billed(registration: Registration, token: str) -> Iterator[Paper]:
    """Its documents, newest first."""
    for bill in money.about(reference(registration)).filter(to_draw__isnull=True).order_by("-pk"):
        url = reverse("events:own-invoice", args=[token, bill.number])
        words = f"{bill.get_kind_display()} {bill.number}"
        still = _("%(amount)s still to pay") % {"amount": euros(bill.open_cents)} if bill.open_cents > 0 else ""
        yield Paper(words, url, ", ".join(part for part in ("PDF", euros(bill.total_cents), still) if part))
        if bill.xml:
            yield Paper(_("%(document)s as e-invoice") % {"document": words}, f"{url}?xml=1", "XML")


def entrance_code(registration: Registration, now: datetime) -> str:
    """The code for the entrance as an address of a picture; empty where there is no entrance, or no longer."""
    event = registration.event
    over = event.ends_at is not None and event.ends_at < now
    if registration.state != RegistrationState.CONFIRMED or over or event.format == Format.ONLINE:
        return ""
    return day_papers.qr_picture(entrance.qr_address(registration))


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
