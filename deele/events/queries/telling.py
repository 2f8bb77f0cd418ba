"""A registration in words, for its mails."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from deele.core.amounts import euros
from deele.events.models import Choice, Event, Participant, Registration
from deele.events.queries.dates import day_in_words, moment_in_words


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
    free_until: str = ""


def told(registration: Registration, *, people: Sequence[str] | None = None, with_link: bool = False) -> Told:
    """The facts; the link to an online meeting only for those who will come. `people` where they are known already."""
    event = registration.event
    return Told(
        title=event.full_title,
        code=registration.code,
        name=registration.contact_name,
        days=tuple(day_in_words(day) for day in event.days.all()),
        where=where(event),
        people=tuple(people_of(registration) if people is None else people),
        total=euros(registration.total_cents) if registration.total_cents else "",
        meeting_link=event.meeting_link if with_link else "",
        accessibility=event.accessibility,
        free_until=free_until(event) if registration.total_cents else "",
    )


def free_until(event: Event) -> str:
    """Until when cancelling costs nothing; empty where it never costs anything."""
    until = event.cancel_free_until or event.closes_at
    return moment_in_words(until) if until and event.cancel_fee_percent else ""


def where(event: Event) -> str:
    """Venue and address in one line."""
    parts = [event.venue, event.street, f"{event.postcode} {event.town}".strip()]
    words = ", ".join(part for part in parts if part)
    return words or (_("online") if event.format == "online" else str(event.place or ""))


def people_of(registration: Registration) -> list[str]:
    """Each person who comes, with price class and extras."""
    people = registration.participants.filter(cancelled_at=None).select_related("price")
    made = list(people.prefetch_related("choices__option"))
    return people_lines(made, [choice for one in made for choice in one.choices.all()])


def people_lines(people: Iterable[Participant], choices: Iterable[Choice]) -> list[str]:
    """A line for each: "Teilnehmerin Muster: Mitglied, 48,00 €; Mittagessen"."""
    extras: dict[int, list[str]] = {}
    for choice in choices:
        extras.setdefault(choice.participant_id, []).append(choice.option.title)
    lines = []
    for one in people:
        price = [f"{one.price.title}, {euros(one.price_cents)}"] if one.price else []
        details = "; ".join([*price, *extras.get(one.pk, [])])
        lines.append(f"{one.name}: {details}" if details else one.name)
    return lines
