"""A registration in words, for its mails."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from deele.core.amounts import euros
from deele.events.models import Event, Registration
from deele.events.queries.dates import day_in_words


@dataclass(frozen=True)
class Told:
    """What a mail says of a registration. Lines are finished words."""

    title: str
    code: str
    name: str
    days: tuple[str, ...]
    where: str
    people: tuple[str, ...]
    total: str
    meeting_link: str = ""
    accessibility: str = ""


def told(registration: Registration, *, with_link: bool = False) -> Told:
    """The facts; the link to an online meeting only for those who will come."""
    event = registration.event
    return Told(
        title=event.full_title,
        code=registration.code,
        name=registration.contact_name,
        days=tuple(day_in_words(day) for day in event.days.all()),
        where=where(event),
        people=tuple(people_lines(registration)),
        total=euros(registration.total_cents) if registration.total_cents else "",
        meeting_link=event.meeting_link if with_link else "",
        accessibility=event.accessibility,
    )


def where(event: Event) -> str:
    """Venue and address in one line."""
    parts = [event.venue, event.street, f"{event.postcode} {event.town}".strip()]
    words = ", ".join(part for part in parts if part)
    return words or (_("online") if event.format == "online" else str(event.place or ""))


def people_lines(registration: Registration) -> list[str]:
    """Each person with price class and extras."""
    people = registration.participants.filter(cancelled_at=None).select_related("price")
    lines = []
    for one in people.prefetch_related("choices__option"):
        extras = [str(choice.option) for choice in one.choices.all()]
        price = [f"{one.price}, {euros(one.price_cents)}"] if one.price else []
        lines.append(": ".join([one.name, "; ".join([*price, *extras])]) if price or extras else one.name)
    return lines
