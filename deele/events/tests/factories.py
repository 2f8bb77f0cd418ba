"""Rows for tests: plain functions, no surprises. Times are those of `NOW` unless given."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from deele.directory.tests import factories as directory
from deele.events.enums import Kind, RegistrationState, State
from deele.events.models import Day, Event, Option, Participant, PriceClass, Registration
from deele.office.models import Area, Carrier

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
START = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)  # 10 o'clock in Hanover
place, staff = directory.place, directory.staff
_numbers = count(1)


def carrier(name: str = "Träger Muster e. V.", **fields: Any) -> Carrier:
    """A carrier, once by its name."""
    return Carrier.objects.get_or_create(name=name, defaults=fields)[0]


def area(key: str = "wohnen", **fields: Any) -> Area:
    """An area of work, once by its key."""
    defaults = {"name": key.title(), "carrier": fields.pop("carrier", None) or carrier(), **fields}
    return Area.objects.get_or_create(key=key, defaults=defaults)[0]


def event(
    title: str = "Fortbildung Muster", *, starts_at: datetime = START, hours: float = 7, days: int = 1, **fields: Any
) -> Event:
    """An event open for registration, with as many days as wanted, a week between them."""
    last = starts_at + timedelta(days=7 * (days - 1), hours=hours)
    given = {"kind": Kind.TRAINING, "state": State.OPEN, "starts_at": starts_at, "ends_at": last, **fields}
    given.setdefault("public_since", NOW)
    made = Event.objects.create(title=title, **given)
    for number in range(days):
        begins = starts_at + timedelta(days=7 * number)
        Day.objects.create(event=made, starts_at=begins, ends_at=begins + timedelta(hours=hours))
    return made


def price(event: Event, title: str = "Regulär", amount_cents: int = 5900, **fields: Any) -> PriceClass:
    """A price class."""
    return PriceClass.objects.create(event=event, title=title, amount_cents=amount_cents, **fields)


def option(event: Event, title: str = "Mittagessen", **fields: Any) -> Option:
    """An extra."""
    return Option.objects.create(event=event, title=title, **fields)


def registration(
    event: Event,
    *,
    seats: int = 1,
    state: str = RegistrationState.CONFIRMED,
    names: tuple[str, ...] = (),
    **fields: Any,
) -> Registration:
    """A registration as a row, past all rules, with its participants."""
    number = next(_numbers)
    given = {
        "code": f"T{number:05}",
        "state_since": NOW,
        "contact_name": "Teilnehmerin Muster",
        "contact_email": f"teilnehmerin{number}@example.org",
        **fields,
    }
    if state == RegistrationState.WAITING:
        given.setdefault("waiting_since", NOW + timedelta(seconds=number))
    if state == RegistrationState.OFFERED:
        given.setdefault("offered_until", NOW + timedelta(hours=48))
    made = Registration.objects.create(event=event, seats=seats, state=state, **given)
    for rank in range(seats):
        name = names[rank] if rank < len(names) else f"Person {rank + 1} Muster"
        Participant.objects.create(registration=made, name=name, email=made.contact_email, rank=rank)
    return made
