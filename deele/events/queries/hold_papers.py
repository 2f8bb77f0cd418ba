"""What there is to fetch on the page of one's own registration: invoices, a certificate."""

from dataclasses import dataclass
from datetime import datetime

from deele.events.models import Registration


@dataclass(frozen=True)
class Paper:
    """One line: what it is, where it is fetched, and what is to be said of it."""

    label: str
    url: str
    note: str = ""


def papers(registration: Registration, *, token: str, now: datetime) -> list[Paper]:
    """The papers of a registration that exist now. `token` opens its page and stands in the addresses."""
    return []
