"""A new event after an old one: as a copy, or as the next of its series. Nothing about people is copied."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.audit import actions as audit
from deele.events import enums
from deele.events.actions import parts, planning
from deele.events.enums import State
from deele.events.models import Event, Series
from deele.events.rules.counting import next_number
from deele.events.rules.days import shifted

# The people of an event gave their consent for that event only.
TAKEN = ("days", "prices", "options", "programme", "stops")
EMPTY: dict[str, Any] = {
    "number": None, "report": "", "attended": None, "meeting_link": "", "external_id": "", "source": "",
    "source_url": "", "as_of": None, "registration_url": "", "internal_note": "",
}  # fmt: skip
MOMENTS = ("opens_at", "closes_at", "priority_until", "cancel_free_until")


@transaction.atomic
def copy(*, event: Event, by: Any, now: datetime, first_day: date | None = None, repeats: bool = False) -> Event:
    """A new draft with the dates moved so that it begins on `first_day`; without one it has no dates yet.

    `repeats` makes it the repetition of the event. The next number of the series is given at once. Raises
    planning.NotAllowed.
    """
    planning.check_allowed(by, event)
    days = offset(event, first_day)
    made = Event(**values_of(event, days), state=State.PLANNED, state_since=now)
    made.repeats = event if repeats else None
    if event.series_id and event.number:
        made.number = free_number(event.series_id)
    made.save(force_insert=True)
    copy_tables(event, made, days)
    planning.keep_in_step(made)
    audit.record(enums.COPIED, by=by, about=made, now=now, data={"from": event.pk})
    return made


def offset(event: Event, first_day: date | None) -> int | None:
    """By how many days everything moves; None where there is nothing to move by."""
    if first_day is None or event.starts_at is None:
        return None
    return (first_day - timezone.localtime(event.starts_at).date()).days


def values_of(event: Event, days: int | None) -> dict[str, Any]:
    """The facts that hold for the next one too."""
    found = {name: getattr(event, name) for name in planning.CHANGEABLE if name != "repeats"} | dict(EMPTY)
    for name in MOMENTS:
        found[name] = shifted(found[name], days) if found[name] and days is not None else None
    if found["minimum_by"]:
        found["minimum_by"] = None  # derived from the beginning again
    return found


def free_number(series_pk: int) -> int:
    """The next number of a series, held until the transaction ends."""
    Series.objects.select_for_update().get(pk=series_pk)
    return next_number(Event.objects.filter(series=series_pk).values_list("number", flat=True))


def copy_tables(event: Event, made: Event, days: int | None) -> None:
    """Days, prices, extras, programme, stops; those that name a day name the new one."""
    new_days: dict[int, Any] = {}
    for name in TAKEN:
        if name == "days" and days is None:
            continue
        rows: Any = parts.TABLES[name]._base_manager.filter(event=event).order_by("pk")
        for row in rows:
            old, row.pk, row.event, row._state.adding = row.pk, None, made, True
            if name == "days":
                row.starts_at = shifted(row.starts_at, days or 0)
                row.ends_at = shifted(row.ends_at, days or 0) if row.ends_at else None
                row.meeting_link = ""
            elif hasattr(row, "day_id"):
                row.day = new_days.get(row.day_id)
            row.save(force_insert=True)
            if name == "days":
                new_days[old] = row
