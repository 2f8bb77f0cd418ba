"""Sessions as iCalendar: known again by their name, newer states replace older ones by their sequence.

`inside` is for people of the group. For everybody else neither the agenda nor the door of the online meeting is in it.
"""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Event

from deele.core.addresses import address
from deele.core.text import one_line
from deele.groups.enums.sessions import SessionState
from deele.groups.models import Session
from deele.groups.queries.ical import written


def calendar(session: Session, *, now: datetime, inside: bool = True) -> bytes:
    """A calendar file of one session. A called off one takes the date out of the calendar it is opened with."""
    method = "CANCEL" if session.state == SessionState.CANCELLED else "PUBLISH"
    return written([entry(session, now=now, inside=inside)], method=method)


def entry(session: Session, *, now: datetime, inside: bool) -> Event:
    """The date itself."""
    made = Event()
    made.add("uid", f"{name_of(session)}@{urlsplit(settings.DEELE_URL).hostname}")
    made.add("sequence", session.sequence)
    made.add("dtstamp", now.astimezone(UTC))
    made.add("last-modified", session.updated_at.astimezone(UTC))
    made.add("summary", one_line(f"{session.group.name}: {session}" if session.title else str(session)))
    made.add("dtstart", timezone.localtime(session.starts_at))
    made.add("dtend", timezone.localtime(session.ends_at))
    made.add("status", status(session))
    if session.where:
        made.add("location", one_line(session.where))
    if inside and (words := description(session)):
        made.add("description", words)
    made.add("url", address(session.mine_url() if inside else session.get_absolute_url()))
    return made


def name_of(session: Session) -> str:
    """What calendars know it by: a session that came from a poll keeps the name of its date."""
    return session.option.calendar_name if session.option else f"sitzung-{session.pk}"


def status(session: Session) -> str:
    """Called off, certain, or planned while nobody was told."""
    if session.state == SessionState.CANCELLED:
        return "CANCELLED"
    told = session.state != SessionState.PLANNED or session.option_id is not None
    return "CONFIRMED" if told else "TENTATIVE"


def description(session: Session) -> str:
    """The address of the online meeting and the agenda, for the people of the group."""
    standing = (item for item in session.agenda.all() if not item.taken_back)
    items = [f"{number}. {item.title}" for number, item in enumerate(standing, start=1)]
    link = _("Online meeting: %(link)s") % {"link": session.link} if session.link else ""
    return "\n\n".join(part for part in (link, "\n".join(items)) if part)
