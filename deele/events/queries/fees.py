"""What cancelling costs at this moment."""

from datetime import datetime

from deele.events.enums import RegistrationState
from deele.events.models import Event, Registration
from deele.events.rules import places


def fee_now(event: Event, registration: Registration, amount_cents: int, now: datetime) -> int:
    """In cents; only a confirmed place costs anything."""
    if registration.state != RegistrationState.CONFIRMED:
        return 0
    free_until = event.cancel_free_until or event.closes_at
    return places.cancel_fee(amount_cents, percent=event.cancel_fee_percent, free_until=free_until, now=now)
