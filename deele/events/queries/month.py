"""A month of the calendar as weeks of days."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from deele.core.dates import Precision
from deele.events.models import Day, Event
from deele.events.queries import calendar, calendar_page, status, words
from deele.events.queries.calendar import Asked, Row

FIRST_YEAR, LAST_YEAR = 1990, 2100
LONGEST = 400  # days; an exhibition that never ends is a slip of the pen


@dataclass(frozen=True)
class Line:
    """An event on a day."""

    title: str
    href: str
    time: str
    kind: str
    where: str
    note: status.Note
    is_off: bool
    accent: str
    goes_on: bool = False


@dataclass(frozen=True)
class Cell:
    """A day of the month."""

    day: date
    label: str
    lines: list[Line]
    is_today: bool
    is_outside: bool


def month_of(text: str) -> date | None:
    """The first day of "2027-03"; None for what is no month."""
    year, _dash, month = text.partition("-")
    if not (year.isascii() and year.isdigit() and month.isascii() and month.isdigit() and len(text) == 7):
        return None
    if not (FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(month) <= 12):
        return None
    return date(int(year), int(month), 1)


def address_of(day: date) -> str:
    """The page of the month of a day."""
    return reverse("events:month", args=[f"{day.year}-{day.month:02}"])


def month_page(first: date, asked: Asked, data: QueryDict, now: datetime) -> dict[str, Any]:
    """Everything of the page of a month."""
    today = timezone.localdate(now)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    events = list(calendar.for_cards(calendar.dates_between(weeks[0][0], weeks[-1][-1])))
    rows, _counts = calendar.sieve(asked, events, now)
    by_day, open_days = on_days(rows, first, now)
    cells = [[cell(day, by_day.get(day, []), first, today) for day in week] for week in weeks]
    inside = [narrow for week in cells for one in week if (narrow := for_list(one)).lines and not one.is_outside]
    kept = calendar_page.only_filters(data)
    labels = {facet: calendar_page.LABELS[facet]() for facet in calendar_page.PARAMETERS.values()}
    return {
        "title": date_format(first, "F Y"),
        "weeks": cells,
        "weekdays": [(date_format(day, "l"), date_format(day, "D")) for day in weeks[0]],
        "days": inside,
        "open_days": open_days,
        "previous": neighbour(first - timedelta(days=1), kept),
        "next": neighbour((first + timedelta(days=32)).replace(day=1), kept),
        "is_this_month": (first.year, first.month) == (today.year, today.month),
        "now_url": reverse("events:month-now") + kept,
        "list_url": reverse("events:calendar") + kept,
        "chips": calendar_page.chips(asked, labels, data),
        "views": [{**view, "active": at == 1} for at, view in enumerate(calendar_page.views(asked, data))],
        "notes": asked.notes,
    }


def for_list(shown: Cell) -> Cell:
    """A day as a line of the narrow list: what goes on is told on the first day of the month and today, not daily."""
    if shown.is_today or shown.day.day == 1:
        return shown
    return replace(shown, lines=[one for one in shown.lines if not one.goes_on])


def neighbour(day: date, kept: str) -> dict[str, str]:
    """The link to another month; none beyond the calendar's ends."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return {}
    return {"url": address_of(day) + kept, "label": date_format(day, "F Y")}


def on_days(rows: list[Row], first: date, now: datetime) -> tuple[dict[date, list[Line]], list[Line]]:
    """The events by day, in the order of their times; apart those of which only the month is known."""
    found: dict[date, list[tuple[datetime, Line]]] = defaultdict(list)
    open_days = []
    for row in rows:
        for day in row.event.days.all():
            begins = words.first_and_last(day)[0]
            if day.precision == Precision.MONTH and (begins.year, begins.month) == (first.year, first.month):
                open_days.append(line(row, day, now))
            if day.precision == Precision.DAY:
                lay_out(found, row, day, now)
    return {
        day: [one for _at, one in sorted(lines, key=lambda pair: pair[0])] for day, lines in found.items()
    }, open_days


def lay_out(found: dict[date, list[tuple[datetime, Line]]], row: Row, day: Day, now: datetime) -> None:
    """Put a date on all its days; what goes on is told in one short line."""
    begins, ends = words.first_and_last(day)
    first = line(row, day, now)
    for number in range(min((ends - begins).days, LONGEST) + 1):
        found[begins + timedelta(days=number)].append((day.starts_at, replace(first, goes_on=number > 0)))


def line(row: Row, day: Day, now: datetime) -> Line:
    """One line of a day."""
    event: Event = row.event
    begins, ends = words.first_and_last(day)
    return Line(
        title=event.full_title,
        href=event.get_absolute_url(),
        time=words.clock(day.starts_at) if day.has_time and begins == ends else "",
        kind=str(event.get_kind_display()),
        where=words.where(event),
        note=status.note(event, row.room, now),
        is_off=event.state in status.OFF_STATES,
        accent=event.area.colour if event.area else "",
    )


def cell(day: date, lines: list[Line], first: date, today: date) -> Cell:
    """A day of the table."""
    label = date_format(day, "l, j. F Y")
    return Cell(day, label, lines, is_today=day == today, is_outside=day.month != first.month)
