"""Events as iCalendar: one entry for each date, known again by its number, in the time of this country.

Times are written with their zone and the rules of that zone, so a calendar shows ten o'clock as ten o'clock on either
side of a night in which the clocks change.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Entry

from deele.core.dates import Precision
from deele.events.enums import RegistrationState, State
from deele.events.models import Day, Event, Registration
from deele.events.queries import words
from deele.office.queries import the_office

PRODUCT = "-//Deele//Veranstaltungen//DE"
AGAIN = timedelta(hours=1)
OFF = (State.CALLED_OFF, State.POSTPONED)


def event_calendar(
    events: Iterable[Event],
    *,
    now: datetime,
    personal: Registration | None = None,
    method: str = "PUBLISH",
    name: str = "",
) -> bytes:
    """A calendar file. `personal` is the registration it is for: it then names the link to the online meeting.

    The events' days should be fetched already. Dates of which only the month is known stand in no calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if name:
        add_name(calendar, name)
    organiser = organiser_of()
    for event in events:
        for entry in entries(event, now, personal):
            if organiser is not None:
                entry.add("organizer", organiser, encode=False)
            calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def add_name(calendar: Calendar, name: str) -> None:
    """What a subscribed calendar is called, and how often one may ask again."""
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")


def organiser_of() -> vCalAddress | None:
    """The office, to whom one may write."""
    office = the_office()
    if office is None or not office.email:
        return None
    address = vCalAddress(f"mailto:{office.email}")
    address.params["CN"] = vText(one_line(office.name))
    return address


def entries(event: Event, now: datetime, personal: Registration | None) -> list[Entry]:
    """One entry for each date that is known to the day."""
    days = [day for day in event.days.all() if day.precision == Precision.DAY]
    return [entry_of(event, day, days, now, personal) for day in days]


def entry_of(event: Event, day: Day, days: Sequence[Day], now: datetime, personal: Registration | None) -> Entry:
    """One date. The number of the day stays its name for ever, whatever is changed about it."""
    entry = Entry()
    entry.add("uid", f"veranstaltung-{event.pk}-{day.pk}@{urlsplit(settings.DEELE_URL).hostname}")
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("last-modified", event.updated_at.astimezone(UTC))
    entry.add("summary", one_line(title(event, day, days)))
    add_times(entry, day)
    entry.add("status", "CANCELLED" if event.state in OFF else "CONFIRMED")
    if place := location(event, day):
        entry.add("location", one_line(place))
    entry.add("description", description(event, day, personal))
    entry.add("url", absolute(event.get_absolute_url()))
    entry.add("categories", [str(event.get_kind_display())])
    return entry


def add_times(entry: Entry, day: Day) -> None:
    """Hours of this zone; whole days where no hour is known."""
    if day.has_time:
        entry.add("dtstart", timezone.localtime(day.starts_at))
        if day.ends_at and day.ends_at > day.starts_at:
            entry.add("dtend", timezone.localtime(day.ends_at))
        return
    begins, ends = words.first_and_last(day)
    entry.add("dtstart", begins)
    entry.add("dtend", ends + timedelta(days=1))


def title(event: Event, day: Day, days: Sequence[Day]) -> str:
    """With what happens on this day; "(2/6)" where the days have no names of their own."""
    text = event.full_title
    if event.state == State.CALLED_OFF:
        text = _("Called off: %(title)s") % {"title": text}
    if event.state == State.POSTPONED:
        text = _("Postponed: %(title)s") % {"title": text}
    if day.title:
        return f"{text}: {day.title}"
    return f"{text} ({days.index(day) + 1}/{len(days)})" if len(days) > 1 else text


def location(event: Event, day: Day) -> str:
    """Where this date is."""
    if day.venue:
        return day.venue
    town = " ".join(part for part in (event.postcode, event.town) if part)
    parts = [part for part in (event.venue, event.street, town) if part]
    return ", ".join(parts) or words.where(event)


def description(event: Event, day: Day, personal: Registration | None) -> str:
    """One line about it, the meeting link for those who are registered, and where to read on."""
    link = (day.meeting_link or event.meeting_link) if personal is not None and is_coming(personal) else ""
    parts = [
        event.state_reason if event.state in OFF else "",
        event.short_text,
        _("Online meeting: %(link)s") % {"link": link} if link else "",
        _("Your number: %(code)s") % {"code": personal.code} if personal is not None else "",
        absolute(event.get_absolute_url()),
    ]
    return "\n\n".join(part for part in parts if part)


def is_coming(registration: Registration) -> bool:
    """Whether the place is theirs; who waits gets no link."""
    return registration.state == RegistrationState.CONFIRMED


def one_line(text: str) -> str:
    """Without line ends: what stands in a heading or in a place is one line."""
    return " ".join(text.split())


def absolute(path: str) -> str:
    """The whole address of a page."""
    return settings.DEELE_URL.rstrip("/") + path
