"""Registering, changing, cancelling. Places are claimed in the transaction that holds the event, so that nobody gets a
seat twice: SQLite lets one writer in at a time, PostgreSQL locks the row of the event."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.audit import actions as audit
from deele.core import turns
from deele.core.errors import Refusal
from deele.events import enums
from deele.events.actions import choices, index, post, rows, waiting
from deele.events.enums import Channel, Priority, ProofState, RegistrationState
from deele.events.kinds import Contact, Person
from deele.events.models import Event, Participant, Registration
from deele.events.queries import fees, registering, telling
from deele.events.queries.room import option_rooms, room
from deele.events.rules import waiting as list_rules
from deele.events.rules.places import Room


class RegistrationClosed(Refusal):
    """The event takes no registrations now."""

    code = "closed"


class EventFull(Refusal):
    """No place is left, and there is no waiting list."""

    code = "full"


class ResidentsOnly(Refusal):
    """The event is for people from the state alone."""

    code = "residents"


class TooMany(Refusal):
    """More people than one registration may hold, or none."""

    code = "too-many"


class NothingToDo(Refusal):
    """The registration has ended already."""

    code = "ended"


@turns.atomic
def register(
    *,
    event: Event,
    contact: Contact,
    people: Sequence[Person],
    by: Any,
    now: datetime,
    channel: str = Channel.WEB,
    form: str = "",
    by_hand: bool = False,
) -> Registration:
    """Take a registration in: confirmed while there is room for all of its people, else on the waiting list.

    `form` is the name of the form's seal: the same form sent twice is one registration. `by_hand` is the decision of
    somebody of the office to let people in although it is closed, full or not for them. Raises RegistrationClosed,
    EventFull, ResidentsOnly, TooMany, choices.BadChoice, choices.OptionFull.
    """
    event = rows.held(event)
    if form and (known := Registration.objects.filter(form_token=form).order_by().values_list("pk", flat=True)[:1]):
        return Registration.objects.get(pk=known[0])
    places = room(event)
    offer = choices.offer_of(event)
    resident = rows.lives_here(contact)
    check_size(event, people, by_hand=by_hand)
    choices.check(offer, people)
    if not by_hand:
        check_event(event, places, now, is_resident=resident)
    waits = not by_hand and has_to_wait(event, places, len(people), now, is_resident=resident)
    if waits and not event.has_waiting_list:
        raise EventFull(no_room_for(len(people), places))
    if not waits and not by_hand and any(person.options for person in people):
        choices.check_room(offer, people, option_rooms(event, offer.options.values()))
    registration = rows.fill(
        Registration(
            event=event,
            state=RegistrationState.WAITING if waits else RegistrationState.CONFIRMED,
            state_since=now,
            waiting_since=now if waits else None,
            seats=len(people),
            channel=channel,
            form_token=form or None,
        ),
        contact,
        is_resident=resident,
    )
    made = rows.new_people(registration, contact, people, offer)
    registration.total_cents = choices.total(made, people, offer)
    rows.store(registration)
    extras = rows.store_people(made, people, offer)
    said = enums.WAITING_LISTED if waits else enums.REGISTERED
    audit.record(said, by=by, about=registration, now=now, data={"people": len(people), "by_hand": by_hand})
    lines = telling.people_lines(made, extras)
    (post.waiting if waits else post.confirmed)(registration, now=now, people=lines)
    index.follow(event, before=places, after=places if waits else places.with_more(len(people)))
    return registration


def check_size(event: Event, people: Sequence[Person], *, by_hand: bool) -> None:
    """Raises TooMany."""
    if not people:
        raise TooMany(_("Please name at least one person."))
    if len(people) > event.group_limit and not by_hand:
        words = ngettext(
            "One registration can hold %(limit)s person. Please register the others on their own, or call us.",
            "One registration can hold %(limit)s people. Please register the others on their own, or call us.",
            event.group_limit,
        )
        raise TooMany(words % {"limit": event.group_limit})


def check_event(event: Event, places: Room, now: datetime, *, is_resident: bool) -> None:
    """Raises RegistrationClosed, EventFull, ResidentsOnly."""
    if words := registering.not_open(event) or registering.wrong_time(event, now):
        raise RegistrationClosed(words)
    if words := registering.no_room(event, places):
        raise EventFull(words)
    if event.priority == Priority.RESIDENTS_ONLY and not is_resident:
        raise ResidentsOnly(
            _("This event is only for people who live or work in the state. Please write to us if you have questions.")
        )


def has_to_wait(event: Event, places: Room, people: int, now: datetime, *, is_resident: bool) -> bool:
    """No room, people of the state first, or somebody who fits stands in front."""
    if not places.fits(people):
        return True
    terms = registering.terms(event, now)
    if list_rules.must_wait_first(is_resident=is_resident, terms=terms, now=now):
        return True
    if not places.waiting or places.free is None:
        return False
    in_front = Registration.objects.filter(event=event).waiting().filter(seats__lte=places.free)
    if is_resident and event.priority != Priority.OPEN:
        in_front = in_front.filter(is_resident=True)
    return in_front.exists()


def no_room_for(people: int, places: Room) -> str:
    """Why they don't get in together."""
    if not places.free:
        return _("The event has just been booked out.")
    words = ngettext(
        "Only %(free)s place is left, and your registration holds %(people)s people. Please register fewer people.",
        "Only %(free)s places are left, and your registration holds %(people)s people. Please register fewer people.",
        places.free,
    )
    return words % {"free": places.free, "people": people}


@turns.atomic
def cancel(
    *, registration: Registration, by: Any, now: datetime, reason: str = "", free_of_charge: bool = False
) -> Registration:
    """End a registration; its places go to the waiting list at once. Raises NothingToDo for the second of two clicks.

    The fee is what the event says for this moment, nothing for people who only waited.
    """
    event, registration = rows.locked(registration)
    if not registration.is_alive:
        raise NothingToDo(_("This registration has ended already. Nothing was changed."))
    places, held = room(event), registration.holds_seats
    fee = 0 if free_of_charge else fees.fee_now(event, registration, registration.total_cents, now)
    rows.into_state(
        registration,
        RegistrationState.CANCELLED,
        now,
        cancelled_at=now,
        cancel_reason=reason[:300],
        cancel_fee_cents=registration.cancel_fee_cents + fee,
        offered_until=None,
    )
    audit.record(enums.CANCELLED, by=by, about=registration, now=now, data={"fee": fee})
    post.cancelled(registration, now=now)
    if held:
        waiting.advance(event=event, now=now)
    index.follow(event, before=places)
    return registration


@transaction.atomic
def check_proof(*, participant: Participant, accepted: bool, by: Any, now: datetime) -> Participant:
    """Settle whether a lower price is justified. Refused means the dearest price of the event without a proof."""
    _event, registration = rows.locked(participant.registration)
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    participant.proof = ProofState.PROVEN if accepted else ProofState.REFUSED
    if not accepted and (full := full_price(registration)):
        participant.price, participant.price_cents = full, full.amount_cents
    participant.save(update_fields=["proof", "price", "price_cents"])
    registration.total_cents = rows.total_of(registration)
    registration.version += 1
    registration.save(update_fields=["total_cents", "version", "updated_at"])
    audit.record(enums.PROOF_CHECKED, by=by, about=registration, now=now, data={"accepted": accepted})
    if not accepted:
        post.price_changed(registration, now=now)
    return participant


def full_price(registration: Registration) -> Any:
    """The dearest price class that asks for nothing."""
    return registration.event.prices.filter(proof=enums.Proof.NONE).order_by("-amount_cents", "pk").first()
