"""Registering in tests: an event with places, people who want to come."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from deele.events.actions import registrations
from deele.events.enums import Kind, State
from deele.events.kinds import Contact, Person
from deele.events.models import Day, Event, Option, PriceClass, Registration
from deele.office.models import Area, Carrier, Office

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 3, 1, 10, tzinfo=BERLIN)
STARTS = datetime(2027, 5, 20, 10, tzinfo=BERLIN)


def area() -> Area:
    """An area of work with its carrier, in an office of Lower Saxony."""
    if not Office.objects.exists():
        Office.objects.create(name="Büro Muster", email="buero@example.org", state_key="03")
    carrier, _made = Carrier.objects.get_or_create(name="Träger Muster e. V.")
    return Area.objects.get_or_create(key="wohnen", defaults={"name": "Wohnen", "carrier": carrier})[0]


def an_event(capacity: int | None = 2, *, starts: datetime = STARTS, **fields: Any) -> Event:
    """An event that is open, with one day of six hours."""
    ends = starts + timedelta(hours=6)
    given = {
        "title": "Fachtag Muster",
        "kind": Kind.CONFERENCE,
        "area": area(),
        "state": State.OPEN,
        "capacity": capacity,
        "starts_at": starts,
        "ends_at": ends,
    }
    event = Event.objects.create(**{**given, **fields})
    Day.objects.create(event=event, starts_at=starts, ends_at=ends)
    return event


def price(event: Event, cents: int = 5900, title: str = "Regulär", **fields: Any) -> PriceClass:
    """A price class."""
    return PriceClass.objects.create(event=event, amount_cents=cents, title=title, **fields)


def option(event: Event, title: str = "Exkursion am Vortag", **fields: Any) -> Option:
    """An extra."""
    return Option.objects.create(event=event, title=title, **fields)


def people(*names: str, **fields: Any) -> list[Person]:
    """Persons with the same choices."""
    return [Person(name=name, **fields) for name in names]


def register(event: Event, *names: str, now: datetime = NOW, by: Any = None, **more: Any) -> Registration:
    """Register these people through the action; the first is the contact."""
    first = names[0] if names else "Teilnehmerin Muster"
    contact = more.pop("contact", None) or Contact(
        name=first, email=f"{first.split()[0].lower()}@example.org", is_resident=more.pop("is_resident", False)
    )
    keywords = {name: more.pop(name) for name in ("form", "by_hand", "channel") if name in more}
    return registrations.register(
        event=event, contact=contact, people=people(*(names or (first,)), **more), by=by, now=now, **keywords
    )
