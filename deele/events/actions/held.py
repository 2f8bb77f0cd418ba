"""What people do with their own registration, from the link of the mail."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from deele.events.actions import changes, post, registrations
from deele.events.models import Participant, Registration

STILL_ASKED_FOR = timedelta(days=90)  # after the event: certificates and invoices
MOST = 10


@transaction.atomic
def cancel_some(*, registration: Registration, people: Sequence[int], reason: str, now: datetime) -> Registration:
    """Cancel for these people; the registration ends with the last. Raises NothingToDo."""
    here = list(registration.participants.filter(cancelled_at=None))
    leaving: list[Participant] = [one for one in here if one.pk in people]
    if leaving and len(leaving) == len(here):
        return registrations.cancel(registration=registration, by=None, now=now, reason=reason)
    return changes.cancel_people(registration=registration, participants=leaving, by=None, now=now)


@transaction.atomic
def send_links(*, email: str, now: datetime) -> int:
    """Send a fresh link for each registration of this address whose event is not long over; returns how many.

    Each goes to the address itself, so nobody learns by asking who is registered.
    """
    found = Registration.objects.filter(contact_email__iexact=email, event__ends_at__gte=now - STILL_ASKED_FOR)
    rows = list(found.select_related("event__place", "event__series").order_by("event__starts_at", "pk")[:MOST])
    for registration in rows:
        post.your_link(registration, now=now)
    return len(rows)
