"""Offers that end, and waiting lists that may move."""

from datetime import datetime, timedelta

from deele.core.jobs import periodic
from deele.events.actions import waiting
from deele.events.enums import RegistrationState
from deele.events.models import Registration


def offers(now: datetime) -> None:
    """End what was not taken up in time; the next are asked in the same step."""
    waiting.expire_due(now)


def offers_due(now: datetime) -> bool:
    """Whether an offer has ended."""
    return Registration.objects.filter(state=RegistrationState.OFFERED, offered_until__lte=now).exists()


def lists(now: datetime) -> None:
    """Move waiting lists: people from elsewhere whose time has come, places added meanwhile."""
    waiting.advance_all(now)


def anybody_waits(now: datetime) -> bool:
    """Whether there is a waiting list at all."""
    return Registration.objects.filter(state=RegistrationState.WAITING).exists()


periodic("events.offers", timedelta(seconds=30), offers, wanted=offers_due)
periodic("events.waiting", timedelta(minutes=5), lists, wanted=anybody_waits)
