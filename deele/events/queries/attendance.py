"""Who was there: the grid of an event, and what it adds up to."""

from dataclasses import dataclass
from typing import Any

from deele.events.models import Attendance, Day, Event
from deele.events.queries import people
from deele.events.queries.dates import day_in_words


@dataclass(frozen=True)
class Cell:
    """One person on one day; `name` is that of the form's box."""

    name: str
    present: bool
    label: str


@dataclass(frozen=True)
class Summary:
    """People of an event: registered, there on at least one day, missing; and how many on each day."""

    registered: int
    present: int
    by_day: list[tuple[str, int]]

    @property
    def missing(self) -> int:
        """Who did not come at all."""
        return self.registered - self.present


def short(day: Day) -> str:
    """A day as the head of a column."""
    return f"{day.starts_at:%d.%m.}"


def grid(event: Event) -> dict[str, Any]:
    """Rows of people, columns of days, with a box for each."""
    days = people.counted_days(event)
    present = people.present_ids(days)
    found = people.listed(event)
    rows = [
        (one, [Cell(f"da-{one.pk}-{day.pk}", (one.pk, day.pk) in present, day_in_words(day)) for day in days])
        for one in found
    ]
    return {"days": [(short(day), day_in_words(day)) for day in days], "rows": rows, "summary": summary(event)}


def summary(event: Event) -> Summary:
    """The figures of an event."""
    days = people.counted_days(event)
    expected = set(people.coming(event).values_list("pk", flat=True))
    there = {pair for pair in people.present_ids(days) if pair[0] in expected}
    by_day = [(day_in_words(day), sum(1 for _person, pk in there if pk == day.pk)) for day in days]
    return Summary(len(expected), len({person for person, _day in there}), by_day)


def was_taken(event: Event) -> bool:
    """Whether anybody noted who was there."""
    return Attendance.objects.filter(day__event=event).exists()
