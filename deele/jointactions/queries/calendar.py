"""The stops of an action as iCalendar: whole days, known again by their number."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from deele.core.addresses import address
from deele.core.dates import Precision
from deele.core.text import one_line
from deele.jointactions.models import JointAction, TourStop

PRODUCT = "-//Deele//Gemeinsame Aktionen//DE"


def calendar(action: JointAction, stops: Iterable[TourStop], now: datetime) -> bytes:
    """A calendar file. A stop of which only the month or year is known stands in no calendar."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", one_line(action.title))
    for stop in stops:
        if stop.precision == Precision.DAY:
            found.add_component(entry(action, stop, now))
    return bytes(found.to_ical())


def entry(action: JointAction, stop: TourStop, now: datetime) -> Event:
    """One stop."""
    made = Event()
    made.add("uid", f"station-{stop.pk}@{urlsplit(settings.DEELE_URL).hostname}")
    made.add("dtstamp", now.astimezone(UTC))
    made.add("last-modified", stop.updated_at.astimezone(UTC))
    made.add("sequence", stop.version)
    made.add("summary", one_line(f"{action.title}: {stop.venue}"))
    made.add("dtstart", stop.begins)
    made.add("dtend", (stop.ends or stop.begins) + timedelta(days=1))
    made.add("location", one_line(", ".join(filter(None, [stop.venue, stop.street, str(stop.place)]))))
    whole = address(action.get_absolute_url())
    made.add("description", "\n\n".join(filter(None, [stop.hours, stop.access, whole])))
    made.add("url", whole)
    return made
