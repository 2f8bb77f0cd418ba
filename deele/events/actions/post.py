"""Queues the mails of registrations, inside the transaction of what they speak of.

Whoever registered by telephone without an address gets no mail; the office rings them up.
"""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from deele.audit.actions import reference
from deele.core.addresses import address
from deele.core.amounts import euros
from deele.events.actions import links
from deele.events.emails import registrations as emails
from deele.events.models import Registration
from deele.events.queries import waiting as lists
from deele.events.queries.dates import moment_in_words
from deele.events.queries.telling import told
from deele.mail.actions import outbox
from deele.mail.enums import Draft


def own_link(registration: Registration, now: datetime) -> str:
    """A fresh link to one's own registration."""
    return address(reverse("events:hold", args=[links.issue(registration, now=now)]))


def queue(registration: Registration, purpose: str, draft: Draft, *, now: datetime, key: str = "") -> None:
    """One row, keyed by the version of the registration: an action that runs twice writes once."""
    outbox.queue(
        purpose=purpose,
        to=registration.contact_email,
        subject=draft.subject,
        body=draft.body,
        key=key or f"{registration.pk}-{registration.version}",
        about=reference(registration),
        urgency="now",
        now=now,
    )


def confirmed(registration: Registration, *, now: datetime, people: Sequence[str] | None = None) -> None:
    """The place is safe."""
    if registration.contact_email:
        follows = registration.total_cents > 0
        draft = emails.confirmed(
            told(registration, people=people, with_link=True), own_link(registration, now), invoice_follows=follows
        )
        queue(registration, emails.CONFIRMED, draft, now=now)


def waiting(registration: Registration, *, now: datetime, people: Sequence[str] | None = None) -> None:
    """On the waiting list, with the rank of this moment."""
    if registration.contact_email:
        rank = lists.rank_of(registration, now)
        queue(
            registration,
            emails.WAITING,
            emails.waiting(told(registration, people=people), own_link(registration, now), rank),
            now=now,
        )


def offered(registration: Registration, *, now: datetime) -> None:
    """A place is held until then."""
    if registration.contact_email and registration.offered_until:
        until = moment_in_words(registration.offered_until)
        draft = emails.offered(told(registration), own_link(registration, now), until)
        queue(registration, emails.OFFERED, draft, now=now)


def expired(registration: Registration, *, now: datetime) -> None:
    """The offer has ended."""
    if registration.contact_email:
        queue(registration, emails.EXPIRED, emails.expired(told(registration), own_link(registration, now)), now=now)


def cancelled(registration: Registration, *, now: datetime) -> None:
    """It has ended, with what it costs."""
    if registration.contact_email:
        fee = euros(registration.cancel_fee_cents) if registration.cancel_fee_cents else ""
        draft = emails.cancelled(told(registration), fee, own_link(registration, now))
        queue(registration, emails.CANCELLED, draft, now=now)


def changed(registration: Registration, *, now: datetime) -> None:
    """What holds now."""
    if registration.contact_email:
        draft = emails.changed(told(registration), own_link(registration, now))
        queue(registration, emails.CHANGED, draft, now=now)


def price_changed(registration: Registration, *, now: datetime) -> None:
    """The reduced price was refused."""
    if registration.contact_email:
        draft = emails.price_changed(told(registration), own_link(registration, now))
        queue(registration, emails.PRICE, draft, now=now)


def your_link(registration: Registration, *, now: datetime) -> None:
    """Asked for on the website."""
    if registration.contact_email:
        draft = emails.your_link(told(registration), own_link(registration, now))
        queue(registration, emails.LINK, draft, now=now, key=f"{registration.pk}-{now:%Y%m%d%H%M%S%f}")
