"""What people chose, checked against what the event offers: prices, extras, proofs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from deele.core.errors import Refusal
from deele.events.enums import Proof, ProofState
from deele.events.kinds import Contact, Person
from deele.events.models import CarrierMember, Event, Option, Participant, PriceClass
from deele.events.rules.places import Room


class BadChoice(Refusal):
    """A price or an extra this event does not offer, or a choice that is missing."""

    code = "choice"


class OptionFull(Refusal):
    """An extra was booked out meanwhile."""

    code = "option-full"

    def __init__(self, option: Option) -> None:
        self.option = option
        super().__init__(
            _("“%(option)s” has just been booked out. Please choose something else, or leave it out.")
            % {"option": option.title}
        )


@dataclass(frozen=True)
class Offer:
    """What an event offers, read once."""

    prices: Mapping[int, PriceClass]
    options: Mapping[int, Option]


def offer_of(event: Event) -> Offer:
    """Prices and extras of the event; what was read with the event is not read again."""
    return Offer(
        prices={price.pk: price for price in event.prices.all()},
        options={option.pk: option for option in event.options.all()},
    )


def check(offer: Offer, people: Sequence[Person]) -> None:
    """Raises BadChoice, naming the person."""
    for person in people:
        check_price(offer, person)
        check_options(offer, person)


def check_price(offer: Offer, person: Person) -> None:
    """A price class of this event, where it has any."""
    if offer.prices and person.price_pk not in offer.prices:
        raise BadChoice(_("Please choose a price for %(name)s.") % {"name": person.name})


def check_options(offer: Offer, person: Person) -> None:
    """Extras of this event, at most one of a group, and one where it is needed."""
    if unknown := set(person.options) - set(offer.options):
        raise BadChoice(_("One of the extras is no longer offered. Please look at your choice.") + f" ({len(unknown)})")
    chosen = [offer.options[pk] for pk in set(person.options)]
    groups = Counter(option.group for option in chosen if option.group)
    words = {"name": person.name}
    for group, count in groups.items():
        if count > 1:
            raise BadChoice(_("Please choose only one for %(name)s: %(group)s.") % {**words, "group": group})
    for option in offer.options.values():
        missing = option.group not in groups if option.group else option.pk not in person.options
        if option.is_required and missing:
            raise BadChoice(
                _("Please choose for %(name)s: %(group)s.") % {**words, "group": option.group or option.title}
            )


def check_room(offer: Offer, people: Iterable[Person], rooms: Mapping[int, Room]) -> None:
    """Raises OptionFull for the first extra that has no room for all who chose it."""
    for pk, wanted in Counter(pk for person in people for pk in set(person.options)).items():
        if not rooms[pk].fits(wanted):
            raise OptionFull(offer.options[pk])


def is_member(event: Event, contact: Contact, person: Person) -> bool:
    """Whether the list of members of the carrier knows the person, the organisation or the number."""
    if event.area is None:
        return False
    known = Q()
    for email in {person.email.strip().lower(), contact.email.strip().lower()} - {""}:
        known |= Q(email__iexact=email)
    if contact.member_number.strip():
        known |= Q(number__iexact=contact.member_number.strip()) | Q(name__iexact=contact.member_number.strip())
    if contact.organisation.strip():
        known |= Q(name__iexact=contact.organisation.strip())
    if not known:
        return False
    today = event.starts_at.date() if event.starts_at else None
    valid = Q(valid_until=None) | Q(valid_until__gte=today) if today else Q()
    return CarrierMember.objects.filter(known, valid, carrier=event.area.carrier_id).exists()


def proof_of(event: Event, price: PriceClass | None, contact: Contact, person: Person) -> str:
    """Whether the price chosen needs a proof, and whether the list of members gives it."""
    if price is None or price.proof == Proof.NONE:
        return ProofState.NOT_NEEDED
    if price.proof == Proof.MEMBER and is_member(event, contact, person):
        return ProofState.PROVEN
    return ProofState.CLAIMED


def total(made: Sequence[Participant], people: Sequence[Person], offer: Offer) -> int:
    """What new people owe, in cents."""
    extras = sum(offer.options[pk].amount_cents for person in people for pk in set(person.options))
    return extras + sum(one.price_cents for one in made)
