"""Office, carriers, areas and colleagues of the demonstration. Every one is invented, and says so."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from deele.access.actions import grants
from deele.accounts.actions import people
from deele.accounts.models import User
from deele.core.errors import Refusal
from deele.office.models import Area, Carrier, Office

PASSWORD = "deele-demo-2026"  # noqa: S105  known to everybody, only in a demonstration
OFFICE = {
    "name": "Büro für Neues Wohnen und Nachbarschaft",
    "short_name": "Neues Wohnen und Nachbarschaft",
    "claim": "Vorführung: ein erfundenes Büro für Niedersachsen",
    "state_key": "03",
    "email": "hallo@deele.example",
    "phone": "0511 000000",
    "address": "Musterstraße 1\n30000 Musterstadt",
}
CARRIERS = {
    "neue-wohnformen": ("Verein Musterträger Wohnen (erfunden)", "e. V."),
    "wohnberatung": ("Musterträger Beratung (erfunden)", "gGmbH"),
}
AREAS = {
    "neue-wohnformen": ("Neue Wohnformen und Nachbarschaften", "accent-1"),
    "wohnberatung": ("Wohnberatung", "accent-2"),
}
FUNDER = "Vorführung: Hier steht, wer den Bereich „{name}“ fördert, mit Logo und dem vorgeschriebenen Satz."


@dataclass(frozen=True)
class Login:
    """How to get in."""

    email: str
    name: str
    role: str


LOGINS = (
    Login("redaktion@deele.example", "Redakteurin Muster", "redaktion"),
    Login("beratung@deele.example", "Berater Muster", "beratung"),
    Login("leitung@deele.example", "Leiterin Muster", "leitung"),
    Login("technik@deele.example", "Techniker Muster", "technik"),
)


class RealHouse(Refusal):
    """Accounts with a password everybody knows have no place among those of real people."""

    code = "real-house"


def check_house() -> None:
    """Raises RealHouse where real people work and nobody said that this is a demonstration."""
    ours = [login.email for login in LOGINS]
    if not settings.DEELE_DEMO and User.objects.filter(is_staff=True).exclude(email__in=ours).exists():
        raise RealHouse(
            _(
                "There are accounts of real people here, and the demonstration would add accounts with a known "
                "password. Nothing was done. If this is a demonstration, set DEELE_DEMO=1."
            )
        )


@transaction.atomic
def make(now: datetime) -> list[User]:
    """Office and colleagues, where they are missing; nothing that exists is changed. Returns the new accounts.

    Raises RealHouse.
    """
    check_house()
    if not Office.objects.exists():
        Office.objects.create(**OFFICE)
    for rank, (key, (name, colour)) in enumerate(AREAS.items(), start=1):
        if not Area.objects.filter(key=key).exists():
            title, form = CARRIERS[key]
            carrier, _made = Carrier.objects.get_or_create(name=title, defaults={"legal_form": form})
            note = FUNDER.format(name=name)
            Area.objects.create(key=key, name=name, colour=colour, carrier=carrier, rank=rank * 10, funder_block=note)
    return [colleague(login, now) for login in LOGINS if not User.objects.filter(email=login.email).exists()]


def colleague(login: Login, now: datetime) -> User:
    """An account with its role and the password everybody knows."""
    user = people.create(email=login.email, name=login.name)
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    area = Area.objects.get(key="neue-wohnformen") if login.role == "beratung" else None
    grants.give(user=user, role=login.role, by=None, now=now, area=area)
    return user


def logins() -> str:
    """The sign-ins, ready to print."""
    width = max(len(login.email) for login in LOGINS)
    lines = [f"  {login.email:<{width}}  {login.name}" for login in LOGINS]
    return "\n".join(["Anmelden unter /konto/login/, Passwort für alle: " + PASSWORD, *lines])
