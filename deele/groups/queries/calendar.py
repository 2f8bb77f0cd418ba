"""Dates of groups as iCalendar: what is looked for is tentative, what was chosen stands; sessions with all that becomes
of them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Event as Entry

from deele.core.addresses import address
from deele.core.text import one_line
from deele.groups.enums import PollState
from deele.groups.models import Poll, PollOption, Seat, Session
from deele.groups.queries import session_ical
from deele.groups.queries.ical import written
from deele.groups.queries.polls import session_of

FEED = "groups.calendar"
KEPT = timedelta(days=366)  # how long a subscribed calendar shows what was


def token(seat: Seat) -> str:
    """The secret of a seat's calendar; raising the stamp of the seat makes every older one worthless."""
    return signing.dumps([seat.pk, seat.calendar_stamp], salt=FEED)


def seat_behind(secret: str) -> Seat | None:
    """The seat a calendar belongs to; None for forged and renewed addresses and for seats that have ended."""
    try:
        number, stamp = signing.loads(secret, salt=FEED)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    rows = Seat.objects.select_related("group", "delegate").filter(pk=number, calendar_stamp=stamp, until=None)
    found = rows.first()
    return found if found and found.delegate.is_active(timezone.localdate()) else None


def of_seat(seat: Seat, now: datetime) -> bytes:
    """The calendar of a group for one of its people: sessions, dates that stand, and dates that are looked for."""
    polls = seat.group.polls.filter(Q(state=PollState.OPEN) | Q(state=PollState.DECIDED, chosen__session=None))
    rows = polls.select_related("group", "chosen").prefetch_related("options")
    entries = [entry for poll in rows for entry in entries_of(poll, now)]
    sessions = sessions_of(seat.group.sessions.prefetch_related("agenda"), now)
    return written([*entries, *(session_ical.entry(one, now=now, inside=True) for one in sessions)], seat.group.name)


def public(now: datetime) -> bytes:
    """The public sessions of all public groups, for everybody: where and when, not what about."""
    sessions = sessions_of(Session.objects.public(), now)
    entries = [session_ical.entry(one, now=now, inside=False) for one in sessions]
    return written(entries, name=_("Public sessions of the working groups"))


def sessions_of(rows: Any, now: datetime) -> Any:
    """What a calendar one subscribes to shows: what comes, what was called off, and what was of late."""
    return rows.filter(ends_at__gte=now - KEPT).select_related("group", "option").order_by("starts_at", "pk")


def poll_file(poll: Poll, now: datetime) -> bytes:
    """The chosen date of one poll, as a file; the session, if it has become one."""
    session = session_of(poll)
    if session is not None:
        return session_ical.calendar(session, now=now)
    return written(entries_of(poll, now))


def entries_of(poll: Poll, now: datetime) -> list[Entry]:
    """The dates of a poll: the chosen one, or all of an open one."""
    if poll.state == PollState.DECIDED and poll.chosen is not None:
        return [entry_of(poll, poll.chosen, now, chosen=True)]
    return [entry_of(poll, option, now, chosen=False) for option in poll.options.all()] if poll.is_open else []


def entry_of(poll: Poll, option: PollOption, now: datetime, *, chosen: bool) -> Entry:
    """One date. The number of the option stays its name for ever."""
    entry = Entry()
    entry.add("uid", f"{option.calendar_name}@{urlsplit(settings.DEELE_URL).hostname}")
    entry.add("sequence", poll.version)
    entry.add("dtstamp", now.astimezone(UTC))
    words = {"group": poll.group.name, "title": poll.title}
    title = _("%(group)s: %(title)s") if chosen else _("Perhaps: %(group)s: %(title)s")
    entry.add("summary", one_line(title % words))
    for name, hour in (("dtstart", option.begins), ("dtend", option.ends)):
        entry.add(name, timezone.localtime(timezone.make_aware(datetime.combine(option.day, hour))))
    entry.add("status", "CONFIRMED" if chosen else "TENTATIVE")
    if option.where:
        entry.add("location", one_line(option.where))
    entry.add("url", address(poll.mine_url()))
    return entry
