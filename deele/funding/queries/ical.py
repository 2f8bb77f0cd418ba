"""Deadlines as iCalendar: whole days, known again by their number, with how old our knowledge is in the first line."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from deele.core.addresses import address
from deele.funding.models import Round
from deele.funding.queries import words

PRODUCT = "-//Deele//Foerderfristen//DE"
REMIND = timedelta(days=-28)  # a sketch or an application takes weeks


def calendar(rounds: Iterable[Round], *, now: datetime, name: str = "") -> bytes:
    """A calendar file of deadlines; rounds without a day stand in none."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    if name:
        found.add("name", name)
        found.add("x-wr-calname", name)
        found.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for one in rounds:
        if one.deadline is not None:
            found.add_component(entry(one, now))
    return bytes(found.to_ical())


def entry(one: Round, now: datetime) -> Event:
    """One deadline as a whole day, with a reminder four weeks before."""
    programme = one.programme_version.programme
    made = Event()
    made.add("uid", f"foerderfrist-{one.pk}@{urlsplit(settings.DEELE_URL).hostname}")
    made.add("sequence", one.version)
    made.add("dtstamp", now.astimezone(UTC))
    made.add("last-modified", one.updated_at.astimezone(UTC))
    made.add("summary", one_line(_("Deadline: %(programme)s") % {"programme": programme.name}))
    made.add("dtstart", one.deadline)
    made.add("dtend", one.deadline + timedelta(days=1))  # type: ignore[operator]  # asked before
    made.add("transp", "TRANSPARENT")
    made.add("url", address(programme.get_absolute_url()))
    made.add("description", description(one, now))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMIND)
    alarm.add("description", one_line(str(one)))
    made.add_component(alarm)
    return made


def description(one: Round, now: datetime) -> str:
    """How old our knowledge is first, then what else is known of the day."""
    version = one.programme_version
    today = timezone.localdate(now)
    old = words.warning(version, version.programme, today)
    standing = old or words.check(version, version.programme, today)[1]
    url = address(version.programme.get_absolute_url())
    return "\n\n".join(part for part in (standing, one.name, one.deadline_note, url) if part)


def one_line(text: str) -> str:
    """Without line ends."""
    return " ".join(text.split())
