"""A session as iCalendar: known again by its number, newer invitations replace older ones by their sequence."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from deele.core.addresses import address
from deele.core.text import one_line
from deele.groups.enums.sessions import SessionState
from deele.groups.models import Session
from deele.office.queries import the_office

PRODUCT = "-//Deele//Sitzungen//DE"


def calendar(session: Session, *, now: datetime, with_link: bool = True) -> bytes:
    """A calendar file of one session. A called off one takes the date out of the calendar it is opened with."""
    off = session.state == SessionState.CANCELLED
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "CANCEL" if off else "PUBLISH")
    made.add_component(entry(session, now=now, with_link=with_link))
    made.add_missing_timezones()
    return bytes(made.to_ical())


def entry(session: Session, *, now: datetime, with_link: bool) -> Event:
    """The date itself. `with_link` only for people of the group: the address of the meeting opens a door."""
    made = Event()
    made.add("uid", f"sitzung-{session.pk}@{urlsplit(settings.DEELE_URL).hostname}")
    made.add("sequence", session.sequence)
    made.add("dtstamp", now.astimezone(UTC))
    made.add("last-modified", session.updated_at.astimezone(UTC))
    made.add("summary", one_line(f"{session.group.name}: {session}" if session.title else str(session)))
    made.add("dtstart", timezone.localtime(session.starts_at))
    made.add("dtend", timezone.localtime(session.ends_at))
    made.add("status", "CANCELLED" if session.state == SessionState.CANCELLED else "CONFIRMED")
    if session.where:
        made.add("location", one_line(session.where))
    made.add("description", description(session, with_link=with_link))
    made.add("url", address(session.get_absolute_url() if session.is_public else session.mine_url()))
    if organiser := organiser_of():
        made.add("organizer", organiser, encode=False)
    return made


def description(session: Session, *, with_link: bool) -> str:
    """The agenda, and the address of the online meeting for the people of the group."""
    items = [f"{number}. {item.title}" for number, item in enumerate(session.agenda.standing(), start=1)]
    link = _("Online meeting: %(link)s") % {"link": session.link} if with_link and session.link else ""
    return "\n\n".join(part for part in (link, "\n".join(items)) if part)


def organiser_of() -> vCalAddress | None:
    """The office."""
    office = the_office()
    if office is None or not office.email:
        return None
    found = vCalAddress(f"mailto:{office.email}")
    found.params["CN"] = vText(one_line(office.name))
    return found
