"""Somebody stands at the entrance without having registered."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.events.actions import attendance, registrations
from deele.events.enums import Channel
from deele.events.kinds import Contact, Person
from deele.events.models import Day, Event, Registration


@transaction.atomic
def let_in(
    *, event: Event, day: Day, contact: Contact, person: Person, form: str, by: Any, now: datetime
) -> Registration:
    """Register one person by hand and note at once that they are here; the same form twice is one person.

    Raises what registrations.register raises.
    """
    made = registrations.register(
        event=event,
        contact=contact,
        people=[person],
        by=by,
        now=now,
        channel=Channel.ON_SITE,
        form=form,
        by_hand=True,
    )
    guest = made.participants.get()
    tap = attendance.tap_now(guest, day.pk, present=True, now=now)
    attendance.note(event=event, taps=[tap], sent_at=now, by=by, now=now)
    return made
