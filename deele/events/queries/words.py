"""When an event takes place, where, and what it costs, as people say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.core.amounts import euros
from deele.core.dates import Precision, in_words
from deele.events.enums import Format
from deele.events.models import Day, Event
from deele.places.enums import Level

LONG, SHORT = "l, j. F Y", "j. F Y"


@dataclass(frozen=True)
class Leaf:
    """The leaf of the calendar beside a title: a day, or only its month or year."""

    top: str
    big: str
    foot: str


def first_and_last(day: Day) -> tuple[date, date]:
    """The local days a date begins and ends on. An end at midnight still belongs to the evening before."""
    begins = timezone.localtime(day.starts_at)
    ends = timezone.localtime(day.ends_at) if day.ends_at else begins
    if ends > begins and (ends.hour, ends.minute) == (0, 0):
        ends -= timedelta(minutes=1)
    return begins.date(), ends.date()


def clock(instant: datetime) -> str:
    """10:00 of here."""
    return str(date_format(timezone.localtime(instant), "H:i"))


def hours(day: Day) -> str:
    """From when to when; empty where no time is known."""
    if not day.has_time:
        return ""
    if day.ends_at is None or day.ends_at == day.starts_at:
        return _("%(from)s o'clock") % {"from": clock(day.starts_at)}
    return _("%(from)s to %(until)s o'clock") % {"from": clock(day.starts_at), "until": clock(day.ends_at)}


def span(begins: date, ends: date) -> str:
    """3. bis 5. Mai 2027; 30. April bis 2. Mai 2027; 28. Dezember 2026 bis 3. Januar 2027."""
    if begins.year != ends.year:
        start = date_format(begins, SHORT)
    else:
        start = date_format(begins, "j." if begins.month == ends.month else "j. F")
    return _("%(from)s to %(until)s") % {"from": start, "until": date_format(ends, SHORT)}


def of_day(day: Day) -> str:
    """One date in words, no finer than it is known."""
    begins, ends = first_and_last(day)
    if day.precision != Precision.DAY:
        return in_words(begins, day.precision)
    if begins != ends:
        text = span(begins, ends)
        return f"{text}, {daily(day)}" if day.has_time else text
    text = date_format(begins, LONG)
    return f"{text}, {hours(day)}" if day.has_time else str(text)


def span_of(day: Day) -> str:
    """A date without its times."""
    begins, ends = first_and_last(day)
    if day.precision != Precision.DAY:
        return in_words(begins, day.precision)
    return str(date_format(begins, SHORT)) if begins == ends else span(begins, ends)


def daily(day: Day) -> str:
    """The time of something that runs over several days."""
    begins, ends = clock(day.starts_at), clock(day.ends_at or day.starts_at)
    return _("from %(from)s on the first day until %(until)s on the last") % {"from": begins, "until": ends}


def of_days(days: Sequence[Day]) -> str:
    """All dates of an event in one line."""
    if not days:
        return _("The date is not fixed yet")
    if len(days) == 1:
        return of_day(days[0])
    begins, ends = first_and_last(days[0])[0], first_and_last(days[-1])[1]
    number = len(days)
    return ngettext("%(number)s date, %(span)s", "%(number)s dates, %(span)s", number) % {
        "number": number,
        "span": span(begins, ends),
    }


def leaf(days: Sequence[Day], today: date) -> Leaf:
    """What the calendar leaf shows: the next date that is not over."""
    if not days:
        return Leaf("", "?", _("date open"))
    day = next((one for one in days if first_and_last(one)[1] >= today), days[0])
    begins = first_and_last(day)[0]
    if day.precision == Precision.YEAR:
        return Leaf("", str(begins.year), _("date open"))
    if day.precision == Precision.MONTH:
        return Leaf(str(begins.year), str(date_format(begins, "M")), _("day open"))
    return Leaf(str(date_format(begins, "D")), str(begins.day), str(date_format(begins, "M Y")))


def where(event: Event) -> str:
    """Venue and town in one line; "online" for what is nowhere."""
    if event.format == Format.ONLINE:
        return _("online")
    parts = [part for part in (event.venue, event.town or place_name(event)) if part]
    text = ", ".join(parts) or _("the place is not fixed yet")
    return _("%(place)s, and online") % {"place": text} if event.format == Format.HYBRID else text


def place_name(event: Event) -> str:
    """The place; a village with its municipality."""
    place = event.place
    if place is None:
        return ""
    return f"{place}, {place.parent}" if place.level == Level.LOCALITY and place.parent else str(place)


def money(cents: int) -> str:
    """59,00 €, or that it costs nothing."""
    return euros(cents) if cents else _("free of charge")
