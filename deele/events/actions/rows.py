"""Writing a registration and its people. Used by the actions that decide."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from deele.core.errors import Refusal
from deele.core.text import one_line
from deele.events.actions import choices
from deele.events.actions.choices import Offer
from deele.events.kinds import CONSENT_TEXT, Contact, Person
from deele.events.models import Choice, Event, Need, Option, Participant, Registration
from deele.office import queries as office
from deele.places.models import Place

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misheard or misread: no 0 O 1 I L
CODE_LENGTH = 6
ATTEMPTS = 5


class Gone(Refusal):
    """The registration or the event was removed meanwhile."""

    code = "gone"

    def __init__(self) -> None:
        super().__init__(_("This no longer exists. Please open the page of the event again."))


def held(event: Event) -> Event:
    """The event as it is now, held until the transaction ends: whoever counts places comes here first.

    Every change of an event raises its version, so an object of the same version is the present one and need not be
    read again. Raises Gone.
    """
    found = Event.objects.select_for_update().filter(pk=event.pk).order_by().values_list("version", flat=True)
    version = next(iter(found), None)
    if version is None:
        raise Gone
    if version == event.version:
        return event
    return Event.objects.select_related("area").get(pk=event.pk)


def locked(registration: Registration) -> tuple[Event, Registration]:
    """Event and registration as they are now, both held. Raises Gone."""
    event = held(registration.event)
    fresh = Registration.objects.select_for_update().filter(pk=registration.pk).first()
    if fresh is None:
        raise Gone
    fresh.event = event
    return event, fresh


def store(registration: Registration) -> Registration:
    """Write a new registration under a number nobody has, short enough for the telephone."""
    for _attempt in range(ATTEMPTS):
        registration.code = get_random_string(CODE_LENGTH, LETTERS)
        try:
            with transaction.atomic():
                registration.save(force_insert=True)
        except IntegrityError:
            if not Registration.objects.filter(code=registration.code).exists():
                raise
        else:
            return registration
    raise RuntimeError("no free number")


def lives_here(contact: Contact) -> bool:
    """Whether the contact comes from the state of the office: by the place named, else as somebody ticked."""
    if contact.place_pk is None:
        return contact.is_resident
    ours = office.the_office()
    return bool(ours and Place.objects.filter(pk=contact.place_pk, state_key=ours.state_key).order_by().exists())


def fill(registration: Registration, contact: Contact, *, is_resident: bool) -> Registration:
    """Take over what the contact told; does not save."""
    registration.contact_name = one_line(contact.name)
    registration.contact_email = contact.email.strip()
    registration.contact_phone = one_line(contact.phone)
    registration.organisation = one_line(contact.organisation)
    registration.audience = contact.audience
    registration.place_id = contact.place_pk
    registration.is_resident = is_resident
    registration.source_of_knowledge = one_line(contact.source_of_knowledge)
    registration.remark = contact.remark.strip()
    registration.member_number = one_line(contact.member_number)
    registration.invoice_name = one_line(contact.invoice.name)
    registration.invoice_address = contact.invoice.address.strip()
    registration.invoice_email = contact.invoice.email.strip()
    registration.order_reference = one_line(contact.invoice.order_reference)
    registration.leitweg_id = one_line(contact.invoice.leitweg_id)
    registration.consent_text = CONSENT_TEXT
    return registration


def new_people(
    registration: Registration, contact: Contact, people: Sequence[Person], offer: Offer, *, first: int = 0
) -> list[Participant]:
    """Participants at today's prices; not saved."""
    made = []
    for rank, person in enumerate(people, start=first):
        price = offer.prices.get(person.price_pk) if person.price_pk else None
        made.append(
            Participant(
                registration=registration,
                name=one_line(person.name),
                email=(person.email or contact.email).strip(),
                price=price,
                price_cents=price.amount_cents if price else 0,
                proof=choices.proof_of(registration.event, price, contact, person),
                on_list=person.on_list,
                photo_ok=person.photo_ok,
                rank=rank,
            )
        )
    return made


def store_people(made: Sequence[Participant], people: Sequence[Person], offer: Offer) -> list[Choice]:
    """Write new participants with their extras and needs; returns the extras."""
    Participant.objects.bulk_create(made)
    pairs = list(zip(made, people, strict=True))
    extras = [choice(one, offer.options[pk]) for one, person in pairs for pk in sorted(set(person.options))]
    needs = [Need(participant=one, text=text) for one, person in pairs if (text := person.need.strip())]
    if extras:
        Choice.objects.bulk_create(extras)
    if needs:
        Need.objects.bulk_create(needs)
    return extras


def choice(participant: Participant, option: Option) -> Choice:
    """An extra at today's price; not saved."""
    return Choice(participant=participant, option=option, price_cents=option.amount_cents)


def set_options(participant: Participant, person: Person, offer: Offer) -> None:
    """Bring the extras of a participant to what was chosen; what stays keeps its price."""
    wanted = set(person.options)
    kept = set(participant.choices.values_list("option", flat=True))
    if gone := kept - wanted:
        participant.choices.filter(option__in=gone).delete()
    Choice.objects.bulk_create(choice(participant, offer.options[pk]) for pk in sorted(wanted - kept))


def set_need(participant: Participant, person: Person) -> None:
    """Keep what the person needs in its own row, or remove it."""
    text = person.need.strip()
    if text:
        Need.objects.update_or_create(participant=participant, defaults={"text": text})
    else:
        Need.objects.filter(participant=participant).delete()


def total_of(registration: Registration) -> int:
    """What the people who still want to come owe, in cents."""
    people = registration.participants.filter(cancelled_at=None).prefetch_related("choices")
    return sum(one.price_cents + sum(choice.price_cents for choice in one.choices.all()) for one in people)


def into_state(registration: Registration, state: str, now: datetime, **fields: object) -> None:
    """Write a new state; the registration must be held."""
    registration.state, registration.state_since = state, now
    registration.version += 1
    for name, value in fields.items():
        setattr(registration, name, value)
    registration.save(update_fields=["state", "state_since", "version", "updated_at", *fields])
