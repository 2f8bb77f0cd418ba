"""Registrations of an event as the office works through them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from deele.access.enums import Permission
from deele.audit.models import reference
from deele.core.amounts import euros
from deele.events.enums import ALIVE, ProofState, RegistrationState
from deele.events.models import Event, Option, Participant, Registration
from deele.events.queries import fees
from deele.events.queries.room import option_rooms, room
from deele.events.queries.waiting import waiting_list
from deele.events.rules.places import Room
from deele.mail import queries as mail
from deele.mail.models import OutgoingMail
from deele.money import queries as money
from deele.money.kinds import Standing

S = RegistrationState
PROOF_OPEN = Q(participants__proof=ProofState.CLAIMED, participants__cancelled_at=None)
TABS = {
    "dabei": Q(state=S.CONFIRMED),
    "warteliste": Q(state=S.WAITING),
    "angebote": Q(state=S.OFFERED),
    "nachweise": Q(state__in=ALIVE) & PROOF_OPEN,
    "beendet": ~Q(state__in=ALIVE),
    "alle": Q(),
}


def tab_titles() -> dict[str, Any]:
    """The tabs of the list."""
    return {
        "dabei": _("Confirmed"),
        "warteliste": _("Waiting list"),
        "angebote": _("Offered"),
        "nachweise": _("Proof to check"),
        "beendet": _("Ended"),
        "alle": _("All"),
    }


def tabs(event: Event, active: str) -> list[dict[str, Any]]:
    """The tabs with how many registrations stand in each, in one query."""
    numbers = event.registrations.aggregate(
        **{f"n_{tab}": Count("pk", filter=which, distinct=True) for tab, which in TABS.items()}
    )
    return [
        {"label": title, "url": f"?tab={tab}", "active": tab == active, "count": numbers[f"n_{tab}"]}
        for tab, title in tab_titles().items()
    ]


def found(event: Event, *, tab: str, text: str) -> QuerySet[Registration]:
    """Registrations under a tab, by name, organisation, address or number."""
    rows = event.registrations.filter(TABS.get(tab, Q())).select_related("place")
    for word in text.split()[:6]:
        rows = rows.filter(named(word))
    return rows.prefetch_related("participants").distinct().order_by("-created_at", "-pk")


def named(word: str) -> Q:
    """Where a word may stand."""
    return (
        Q(code__iexact=word) | Q(contact_name__icontains=word) | Q(organisation__icontains=word)
        | Q(contact_email__icontains=word) | Q(participants__name__icontains=word)
    )  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A registration in the list."""

    registration: Registration
    names: list[str]
    proofs_open: int
    money: str


def rows(registrations: list[Registration]) -> list[Row]:
    """The registrations with their people and how their money stands, in one query more."""
    known = money.standing(reference(one) for one in registrations)
    return [row(one, known.get(reference(one))) for one in registrations]


def row(registration: Registration, standing: Standing | None) -> Row:
    """One of them; its people are read already."""
    people = [one for one in registration.participants.all() if one.cancelled_at is None]
    proofs = sum(one.proof == ProofState.CLAIMED for one in people)
    return Row(registration, [one.name for one in people], proofs, money_in_words(registration, standing))


def money_in_words(registration: Registration, standing: Standing | None) -> str:
    """What is owed and what came in, as short as it can be said."""
    owed = registration.total_cents if registration.is_alive else registration.cancel_fee_cents
    if standing is None:
        return _("%(amount)s, no invoice yet") % {"amount": euros(owed)} if owed else "–"
    if standing.refund_cents:
        return _("%(amount)s to pay back") % {"amount": euros(standing.refund_cents)}
    if standing.open_cents:
        words = _("%(amount)s overdue") if standing.overdue else _("%(amount)s open")
        return words % {"amount": euros(standing.open_cents)}
    return _("%(amount)s paid") % {"amount": euros(standing.paid_cents)}


@dataclass(frozen=True)
class Line:
    """One person of a registration, with amounts in words."""

    person: Participant
    price: str
    extras: list[str]
    need: str


def line(person: Participant) -> Line:
    """A person with price and extras."""
    price = f"{person.price.title}, {euros(person.price_cents)}" if person.price else ""
    extras = [
        f"{one.option.title}, {euros(one.price_cents)}" if one.price_cents else one.option.title
        for one in person.choices.all()
    ]
    return Line(person, price, extras, person.need.text if hasattr(person, "need") else "")


@dataclass(frozen=True)
class Sums:
    """The numbers above the list."""

    room: Room
    options: list[tuple[Option, Room]]


def sums(event: Event) -> Sums:
    """Places of the event and of each extra."""
    there = option_rooms(event)
    return Sums(room(event), [(option, there[option.pk]) for option in event.options.all()])


@dataclass(frozen=True)
class Sheet:
    """All that is known of one registration."""

    registration: Registration
    people: list[Line]
    money: str
    invoices: tuple[Any, ...]
    total: str
    mails: list[OutgoingMail]
    rank: int
    why: str
    fee_now: str


def sheet(registration: Registration, now: datetime) -> Sheet:
    """One registration on one screen."""
    people = registration.participants.select_related("price", "need").prefetch_related("choices__option")
    key = reference(registration)
    standing = money.standing([key]).get(key)
    rank, why = 0, ""
    if registration.state == S.WAITING:
        for one in waiting_list(registration.event, now):
            if one.registration.pk == registration.pk:
                rank, why = one.rank, one.why
    fee = fees.fee_now(registration.event, registration, registration.total_cents, now)
    return Sheet(
        registration=registration,
        people=[line(person) for person in people],
        money=money_in_words(registration, standing),
        invoices=standing.invoices if standing else (),
        total=euros(registration.total_cents) if registration.total_cents else "",
        mails=list(mail.about(key)[:30]),
        rank=rank,
        why=why,
        fee_now=euros(fee) if fee else "",
    )


def find(user: Any, text: str, limit: int) -> list[Registration]:
    """Registrations of events this person looks after, for the search of the desk."""
    events = Event.objects.of_areas(user, Permission.REGISTRATION_WORK)
    rows = Registration.objects.filter(event__in=events).select_related("event")
    for word in text.split()[:6]:
        rows = rows.filter(named(word))
    return list(rows.distinct().order_by("-created_at")[:limit])


def proofs_open(user: Any) -> QuerySet[Registration]:
    """Registrations with a lower price nobody checked yet."""
    events = Event.objects.of_areas(user, Permission.REGISTRATION_WORK)
    return Registration.objects.filter(PROOF_OPEN, event__in=events, state__in=ALIVE).distinct()
