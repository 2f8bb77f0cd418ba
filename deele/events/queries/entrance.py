"""The list at the entrance: who is expected on a day, who is there already."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from deele.core.text import fold
from deele.events.enums import OptionKind
from deele.events.models import Day, Event, Participant, Registration
from deele.events.queries import people

KEPT_AFTER = timedelta(hours=18)  # so long after the end a device may still hold the list


@dataclass(frozen=True)
class Line:
    """One person at the entrance. `words` is what the search looks through."""

    pk: int
    name: str
    note: str
    code: str
    words: str
    present: bool


def line(person: Participant, present: set[tuple[int, int]], day: Day) -> Line:
    """A person as the entrance sees them: no address, no need, the extras of the day."""
    registration = person.registration
    chosen = [
        row.option.title
        for row in person.choices.all()
        if row.option.kind != OptionKind.ONLINE and row.option.day_id in (None, day.pk)
    ]
    note = " · ".join(part for part in (registration.organisation, *chosen) if part)
    words = fold(f"{person.name} {registration.organisation} {registration.contact_name} {registration.code}")
    short = Truncator(note).chars(90)
    return Line(person.pk, person.name, short, registration.code, words, (person.pk, day.pk) in present)


def lines(event: Event, day: Day) -> list[Line]:
    """Everybody expected on that day."""
    present = people.present_ids([day])
    return [line(person, present, day) for person in people.listed(event)]


def asked_for(found: list[Line], *, text: str, code: str, missing: bool) -> list[Line]:
    """The lines that fit a search; a scanned number shows its own people only."""
    words = fold(text).split()
    return [
        row
        for row in found
        if (not code or row.code.lower() == code.lower())
        and all(word in row.words for word in words)
        and not (missing and row.present)
    ]


def day_of(days: list[Day], wanted: str, now: datetime) -> Day | None:
    """The day asked for; otherwise today's, otherwise the next, otherwise the last."""
    by_pk = {str(day.pk): day for day in days}
    if wanted in by_pk:
        return by_pk[wanted]
    today = timezone.localdate(now)
    later = [day for day in days if timezone.localdate(day.starts_at) >= today]
    return later[0] if later else (days[-1] if days else None)


def fingerprint(found: list[Line]) -> str:
    """Changes when somebody is added, leaves or gets another name."""
    text = "\n".join(f"{row.pk} {row.name} {row.note}" for row in found)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kept_until(event: Event, now: datetime) -> datetime:
    """Until when a device may keep the list for work without a network."""
    return (event.ends_at or now) + KEPT_AFTER


def qr_address(registration: Registration) -> str:
    """What the code on the badge and on the confirmation opens: the row at the entrance, for the office only."""
    path = reverse("events:desk-entrance", args=[registration.event_id])
    return f"{settings.DEELE_URL.rstrip('/')}{path}?code={registration.code}"
