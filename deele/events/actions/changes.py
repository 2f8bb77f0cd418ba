"""Changing a registration: who comes, with which extras, who pays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.text import one_line
from deele.events import enums
from deele.events.actions import choices, index, post, registrations, rows, waiting
from deele.events.actions.choices import Offer
from deele.events.actions.registrations import NothingToDo, RegistrationClosed
from deele.events.kinds import Contact, Person
from deele.events.models import Event, Participant, Registration
from deele.events.queries import fees
from deele.events.queries.room import option_rooms, room
from deele.events.rules.places import Room


@dataclass
class Plan:
    """Who stays, who is new, who leaves."""

    kept: list[tuple[Participant, Person]] = field(default_factory=list)
    new: list[Person] = field(default_factory=list)
    leaving: list[Participant] = field(default_factory=list)


@transaction.atomic
def change(
    *, registration: Registration, contact: Contact, people: Sequence[Person], by: Any, now: datetime
) -> Registration:
    """Bring a registration to what the people want now.

    Who is left out leaves; a newcomer needs a place, except on the waiting list. Prices of those who stay don't
    change unless they choose another class. Raises NothingToDo, RegistrationClosed, registrations.EventFull,
    TooMany, choices.BadChoice, choices.OptionFull.
    """
    event, registration = rows.locked(registration)
    check_alive(event, registration, now)
    registrations.check_size(event, people, by_hand=by is not None)
    offer = choices.offer_of(event)
    choices.check(offer, people)
    places = room(event)
    plan = planned(registration, people)
    if registration.holds_seats:
        check_room(event, registration, places, people)
        check_options(event, registration, offer, people)
    fee = leave(event, registration, plan.leaving, now)
    keep(event, registration, contact, plan.kept, offer)
    new = rows.new_people(registration, contact, plan.new, offer, first=len(plan.kept))
    rows.store_people(new, plan.new, offer)
    rows.fill(registration, contact, is_resident=rows.lives_here(contact))
    registration.seats = len(people)
    registration.total_cents = rows.total_of(registration)
    registration.cancel_fee_cents += fee
    registration.version += 1
    registration.save()
    audit.record(enums.REGISTRATION_CHANGED, by=by, about=registration, now=now, data={"people": len(people)})
    post.changed(registration, now=now)
    if registration.holds_seats:
        waiting.advance(event=event, now=now)
    index.follow(event, before=places)
    return registration


@transaction.atomic
def cancel_people(
    *, registration: Registration, participants: Sequence[Participant], by: Any, now: datetime
) -> Registration:
    """Take some people out; when nobody is left the registration ends. Raises NothingToDo."""
    event, registration = rows.locked(registration)
    if not registration.is_alive:
        raise NothingToDo(_("This registration has ended already. Nothing was changed."))
    wanted = {one.pk for one in participants}
    here = list(registration.participants.filter(cancelled_at=None))
    leaving = [one for one in here if one.pk in wanted]
    if not leaving:
        raise NothingToDo(_("These people have been taken out already. Nothing was changed."))
    if len(leaving) == len(here):
        return registrations.cancel(registration=registration, by=by, now=now)
    places = room(event)
    registration.cancel_fee_cents += leave(event, registration, leaving, now)
    registration.seats = len(here) - len(leaving)
    registration.total_cents = rows.total_of(registration)
    registration.version += 1
    registration.save(update_fields=["cancel_fee_cents", "seats", "total_cents", "version", "updated_at"])
    audit.record(enums.REGISTRATION_CHANGED, by=by, about=registration, now=now, data={"left": len(leaving)})
    post.changed(registration, now=now)
    if registration.holds_seats:
        waiting.advance(event=event, now=now)
    index.follow(event, before=places)
    return registration


def check_alive(event: Event, registration: Registration, now: datetime) -> None:
    """Raises NothingToDo, RegistrationClosed."""
    if not registration.is_alive:
        raise NothingToDo(_("This registration has ended, so it cannot be changed. You can register anew."))
    if event.ends_at and event.ends_at <= now:
        raise RegistrationClosed(_("This event is over, so the registration cannot be changed any more."))


def planned(registration: Registration, people: Sequence[Person]) -> Plan:
    """Who is who. An unknown or foreign number counts as a new person."""
    here = {one.pk: one for one in registration.participants.filter(cancelled_at=None)}
    plan = Plan()
    for person in people:
        known = here.pop(person.pk, None) if person.pk else None
        if known is None:
            plan.new.append(person)
        else:
            plan.kept.append((known, person))
    plan.leaving = list(here.values())
    return plan


def check_room(event: Event, registration: Registration, places: Room, people: Sequence[Person]) -> None:
    """Raises EventFull when more people come than there is room for."""
    more = len(people) - registration.seats
    if more > 0 and not places.fits(more):
        raise registrations.EventFull(
            _("There is no place left for one more person. Nothing was changed; your registration holds as it is.")
        )


def check_options(event: Event, registration: Registration, offer: Offer, people: Sequence[Person]) -> None:
    """Raises OptionFull; what the registration holds already counts as free for it."""
    own: dict[int, int] = {}
    for one in registration.participants.filter(cancelled_at=None).prefetch_related("choices"):
        for choice in one.choices.all():
            own[choice.option_id] = own.get(choice.option_id, 0) + 1
    rooms = {pk: Room(one.capacity, max(0, one.taken - own.get(pk, 0))) for pk, one in option_rooms(event).items()}
    grown = [person for person in people if any(pk in rooms for pk in person.options)]
    choices.check_room(offer, grown, {pk: at_least_own(one, own.get(pk, 0)) for pk, one in rooms.items()})


def at_least_own(one: Room, own: int) -> Room:
    """Nobody loses an extra because somebody lowered its number below what is booked."""
    if one.capacity is None:
        return one
    return Room(max(one.capacity, one.taken + own), one.taken)


def leave(event: Event, registration: Registration, leaving: Sequence[Participant], now: datetime) -> int:
    """Mark people as gone; returns the fee this costs."""
    fee = 0
    for one in leaving:
        amount = one.price_cents + sum(one.choices.values_list("price_cents", flat=True))
        fee += fees.fee_now(event, registration, amount, now)
        one.cancelled_at = now
        one.save(update_fields=["cancelled_at"])
    return fee


def keep(
    event: Event,
    registration: Registration,
    contact: Contact,
    kept: Sequence[tuple[Participant, Person]],
    offer: Offer,
) -> None:
    """Write the changes of those who stay."""
    for rank, (one, person) in enumerate(kept):
        if person.price_pk != one.price_id:
            price = offer.prices.get(person.price_pk) if person.price_pk else None
            one.price, one.price_cents = price, price.amount_cents if price else 0
            one.proof = choices.proof_of(event, price, contact, person)
        one.name, one.email = one_line(person.name), (person.email or contact.email).strip()
        one.on_list, one.photo_ok, one.rank = person.on_list, person.photo_ok, rank
        one.save()
        rows.set_options(one, person, offer)
        rows.set_need(one, person)
