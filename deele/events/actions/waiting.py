"""The waiting list moves by itself: whoever is next and fits gets an offer with an end."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import jobs
from deele.core.errors import Refusal
from deele.events import enums
from deele.events.actions import index, post, rows
from deele.events.enums import RegistrationState
from deele.events.models import Event, Registration
from deele.events.queries import registering
from deele.events.queries.room import room
from deele.events.rules import places
from deele.events.rules import waiting as rules
from deele.mail import queries as mail

S = RegistrationState


class OfferGone(Refusal):
    """The offer has ended, or was answered already."""

    code = "offer-gone"


class NoPlace(Refusal):
    """Nothing is free that could be offered."""

    code = "no-place"


@transaction.atomic
def advance(*, event: Event, now: datetime) -> list[Registration]:
    """Offer what is free to those who are next; returns who got an offer. Running it again offers nothing twice.

    While mail is stopped (a restored house) nobody would hear of an offer, so none is made.
    """
    if mail.is_muted():
        return []
    event = rows.held(event)
    found = {row.pk: row for row in registering.waiting_rows(event)}
    if not found:
        return []
    decisions = rules.decide(
        registering.waiters(found.values()),
        room(event),
        registering.options_with_room(event),
        registering.terms(event, now),
        now,
    )
    return [promise(event, found[one.pk], one.until, None, now) for one in decisions if one.until is not None]


def promise(event: Event, registration: Registration, until: datetime, by: Any, now: datetime) -> Registration:
    """Hold the seats for somebody until then, and say so."""
    registration.event = event
    rows.into_state(registration, S.OFFERED, now, offered_until=until)
    audit.record(enums.OFFERED, by=by, about=registration, now=now, data={"until": until.isoformat()})
    post.offered(registration, now=now)
    return registration


@transaction.atomic
def offer(*, registration: Registration, by: Any, now: datetime) -> Registration:
    """Offer a place out of turn: a decision of the office. Raises NoPlace, OfferGone."""
    event, registration = rows.locked(registration)
    if registration.state != S.WAITING:
        raise OfferGone(_("This registration does not wait any more. The page now shows where it stands."))
    if not room(event).fits(registration.seats):
        raise NoPlace(_("There are not enough free places for this registration. Raise the number of places first."))
    until = places.offer_ends(now, hours=event.offer_hours, starts_at=event.starts_at)
    return promise(event, registration, until or max(now, event.starts_at or now), by, now)


@transaction.atomic
def accept(*, registration: Registration, by: Any, now: datetime) -> Registration:
    """Take the place up. A second click finds it taken up and changes nothing. Raises OfferGone."""
    _event, registration = rows.locked(registration)
    if registration.state == S.CONFIRMED:
        return registration
    if registration.state != S.OFFERED or (registration.offered_until and registration.offered_until < now):
        raise OfferGone(
            _("This offer is no longer open, so the place may have gone to somebody else. You can wait again.")
        )
    rows.into_state(registration, S.CONFIRMED, now, offered_until=None)
    audit.record(enums.ACCEPTED, by=by, about=registration, now=now)
    post.confirmed(registration, now=now)
    return registration


@transaction.atomic
def decline(*, registration: Registration, by: Any, now: datetime) -> Registration:
    """Leave the place to the next. Raises OfferGone."""
    event, registration = rows.locked(registration)
    if registration.state != S.OFFERED:
        raise OfferGone(_("This offer was answered already, or has ended. Nothing was changed."))
    before = room(event)
    rows.into_state(registration, S.DECLINED, now, offered_until=None)
    audit.record(enums.DECLINED, by=by, about=registration, now=now)
    advance(event=event, now=now)
    index.follow(event, before=before)
    return registration


@transaction.atomic
def enlist_again(*, registration: Registration, by: Any, now: datetime) -> Registration:
    """Wait again, at the end of the list, after an offer that passed. Raises OfferGone."""
    event, registration = rows.locked(registration)
    closed = registering.terms(event, now).moves is False
    if registration.state not in (S.DECLINED, S.EXPIRED) or closed or not event.has_waiting_list:
        raise OfferGone(_("Waiting again is not possible here. Please look at the page of the event."))
    rows.into_state(registration, S.WAITING, now, waiting_since=now)
    audit.record(enums.WAITING_LISTED, by=by, about=registration, now=now)
    post.waiting(registration, now=now)
    advance(event=event, now=now)
    registration.refresh_from_db()
    return registration


@transaction.atomic
def expire(*, registration: Registration, now: datetime) -> bool:
    """End an offer that was not taken up in time; False when it was answered meanwhile."""
    event, registration = rows.locked(registration)
    due = registration.state == S.OFFERED and registration.offered_until and registration.offered_until <= now
    if not due:
        return False
    before = room(event)
    rows.into_state(registration, S.EXPIRED, now, offered_until=None)
    audit.record(enums.EXPIRED, by=None, about=registration, now=now)
    post.expired(registration, now=now)
    advance(event=event, now=now)
    index.follow(event, before=before)
    return True


def expire_due(now: datetime) -> int:
    """End all offers whose time has come, each in a transaction of its own; returns how many.

    None while mail is stopped: it may never have arrived.
    """
    if mail.is_muted():
        return 0
    due = Registration.objects.filter(state=S.OFFERED, offered_until__lte=now).order_by("offered_until", "pk")
    return sum(expire(registration=row, now=now) for row in due[:500] if not jobs.stopping())


def advance_all(now: datetime) -> int:
    """Move every waiting list that may move: people from elsewhere whose time has come, places added by hand."""
    waiting = Registration.objects.filter(state=S.WAITING).order_by().values("event")
    events = Event.objects.filter(pk__in=waiting, state__in=registering.MOVING_STATES).order_by("starts_at", "pk")
    return sum(len(advance(event=event, now=now)) for event in events if not jobs.stopping())
