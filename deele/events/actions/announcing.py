"""Queues what everybody registered has to know at once, and the office's alarm.

The keys hold the registration and the number of the calendar entry, so an action that runs twice tells once.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.audit.actions import reference
from deele.events.actions.post import address, own_link, queue
from deele.events.emails import planning as emails
from deele.events.models import Event, Registration
from deele.events.queries import ical
from deele.events.queries.telling import told
from deele.mail.actions import outbox
from deele.mail.enums import File
from deele.office import queries as office


def key(registration: Registration) -> str:
    """One mail for each registration and each move of the event."""
    return f"{registration.pk}-{registration.event.sequence}"


def called_off(registration: Registration, *, now: datetime) -> None:
    """It does not take place."""
    if registration.contact_email:
        draft = emails.called_off(told(registration), registration.event.state_reason)
        queue(registration, emails.CALLED_OFF, draft, now=now, key=key(registration))


def postponed(registration: Registration, *, now: datetime) -> None:
    """It takes place later; the registration holds."""
    if registration.contact_email:
        draft = emails.postponed(told(registration), registration.event.state_reason, own_link(registration, now))
        queue(registration, emails.POSTPONED, draft, now=now, key=key(registration))


def rescheduled(registration: Registration, *, before: Sequence[str], message: str, now: datetime) -> None:
    """It takes place on other dates; the registration holds."""
    if registration.contact_email:
        draft = emails.rescheduled(told(registration), before, message, own_link(registration, now))
        calendar = ical.event_calendar([registration.event], now=now, personal=registration)
        outbox.queue(
            purpose=emails.RESCHEDULED,
            to=registration.contact_email,
            subject=draft.subject,
            body=draft.body,
            key=key(registration),
            about=reference(registration),
            urgency="now",
            files=[File(_("date.ics"), "text/calendar", calendar)],
            now=now,
        )


def too_few(event: Event, *, taken: int, now: datetime) -> None:
    """To the office: the day has come and the least number is not reached."""
    ours = office.the_office()
    if ours is None or not event.starts_at:
        return
    starts = date_format(timezone.localtime(event.starts_at), "l, j. F Y")
    draft = emails.too_few(event.full_title, starts, taken, event.minimum or 0, address(event.desk_url()))
    outbox.queue(
        purpose=emails.TOO_FEW,
        to=ours.email,
        subject=draft.subject,
        body=draft.body,
        key=f"{event.pk}-{event.sequence}",
        about=reference(event),
        now=now,
    )
