"""Events as the office looks at them: the list, what is missing, what each move would mean."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.events.enums import ALIVE, OVER_STATES, OWN_ROLES, Kind, OfficeRole, Registering, State
from deele.events.models import Event
from deele.events.queries.dates import day_in_words
from deele.events.queries.room import option_rooms, room, rooms
from deele.events.rules import moves, places
from deele.events.rules.places import Room

DRAFTS = (State.IDEA, State.PLANNED)
LIVE = (State.ANNOUNCED, State.OPEN, State.CLOSED, State.POSTPONED)
TABS = ("kommend", "entwuerfe", "abschliessen", "vergangen")
MOST_ALIKE = 4


def tab_filter(tab: str, now: datetime) -> Q:
    """Which events stand under a tab. What is over but not finished stands under its own."""
    over = Q(ends_at__lt=now)
    unfinished = (Q(state__in=LIVE) & over) | (Q(state=State.HELD, role__in=OWN_ROLES))
    return {
        "kommend": Q(state__in=(*LIVE, State.CALLED_OFF)) & ~over,
        "entwuerfe": Q(state__in=DRAFTS),
        "abschliessen": unfinished,
        "vergangen": Q(state__in=OVER_STATES) | (Q(state=State.CALLED_OFF) & over),
    }.get(tab, Q())


def tab_titles() -> dict[str, str]:
    """The tabs of the list."""
    return {
        "kommend": _("Upcoming"), "entwuerfe": _("Drafts"), "abschliessen": _("To be finished"),
        "vergangen": _("Past"),
    }  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the list was asked for; each filter is part of the address."""

    tab: str = "kommend"
    text: str = ""
    kind: str = ""
    role: str = ""
    year: str = ""


def events_for(user: Any, asked: Asked, now: datetime) -> QuerySet[Event]:
    """Events this person plans, narrowed; soonest first, the past with the latest first."""
    found = Event.objects.editable_by(user).filter(tab_filter(asked.tab, now)).select_related("series", "area")
    for word in asked.text.split()[:6]:
        words = Q(title__icontains=word) | Q(town__icontains=word) | Q(venue__icontains=word) | Q(host__icontains=word)
        found = found.filter(words | Q(series__name__icontains=word))
    if asked.kind in Kind.values:
        found = found.filter(kind=asked.kind)
    if asked.role in OfficeRole.values:
        found = found.filter(role=asked.role)
    if asked.year.isdigit() and 1900 < int(asked.year) < 2200:
        found = found.filter(starts_at__year=int(asked.year))
    late_first = asked.tab in ("abschliessen", "vergangen")
    return found.order_by(*(["-starts_at", "-pk"] if late_first else ["starts_at", "pk"]))


def tabs(user: Any, active: str, now: datetime) -> list[dict[str, Any]]:
    """The tabs with how much stands in each, in one query."""
    numbers = Event.objects.editable_by(user).aggregate(
        **{tab: Count("pk", filter=tab_filter(tab, now)) for tab in TABS}
    )
    titles = tab_titles()
    return [
        {"label": titles[tab], "url": f"?tab={tab}", "active": tab == active, "count": numbers[tab]} for tab in TABS
    ]


def years(user: Any) -> list[int]:
    """Years in which something took place or will."""
    found = Event.objects.editable_by(user).filter(starts_at__isnull=False)
    return [day.year for day in found.dates("starts_at", "year", order="DESC")]


@dataclass(frozen=True)
class Line:
    """An event in the list with its places."""

    event: Event
    room: Room
    when: str
    short: bool

    @property
    def places(self) -> str:
        """ "14 of 30", "14", "–" where nobody registers here."""
        if self.event.registering != Registering.FORM and not self.room.taken:
            return "–"
        if self.room.capacity is None:
            return str(self.room.taken)
        return _("%(taken)s of %(capacity)s") % {"taken": self.room.taken, "capacity": self.room.capacity}


def lines(events: list[Event]) -> list[Line]:
    """The events with their places, in one query more."""
    known = rooms(events)
    return [
        Line(event, known[event.pk], when(event), short=short_of_people(event, known[event.pk])) for event in events
    ]


def when(event: Event) -> str:
    """First and last day in short; the precision of the first day is on the event's own page."""
    if event.starts_at is None:
        return _("no date yet")
    starts = timezone.localtime(event.starts_at).date()
    ends = timezone.localtime(event.ends_at).date() if event.ends_at else starts
    first = date_format(starts, "SHORT_DATE_FORMAT")
    return first if starts == ends else f"{first} – {date_format(ends, 'SHORT_DATE_FORMAT')}"


def short_of_people(event: Event, here: Room) -> bool:
    """Whether the least number is not reached yet."""
    return event.state in LIVE and bool(places.minimum_missing(here, event.minimum))


@dataclass(frozen=True)
class Check:
    """A line of the overview; `section` of the planning mends it."""

    good: bool
    text: str
    section: str = ""


@dataclass(frozen=True)
class Choice:
    """A move one may make, and what it means for people."""

    target: str
    label: str
    asks_reason: bool
    means: str
    main: bool


@dataclass(frozen=True)
class Standing:
    """Where an event stands and what can become of it."""

    room: Room
    checks: list[Check]
    moves: list[Choice]
    alive: int
    days: list[str]


def standing(event: Event, now: datetime) -> Standing:
    """All of it, for the overview."""
    here = room(event)
    alive = event.registrations.filter(state__in=ALIVE).count()
    days = list(event.days.all())
    return Standing(
        room=here,
        checks=[*people_checks(event, here), *text_checks(event, bool(days))],
        moves=[choice(move, alive) for move in moves.moves_from(event.state) if is_time(move, event, now)],
        alive=alive,
        days=[day_in_words(day) for day in days],
    )


def people_checks(event: Event, here: Room) -> list[Check]:
    """What the numbers say."""
    found = []
    if here.capacity is not None and here.taken > here.capacity:
        words = {"taken": here.taken, "capacity": here.capacity}
        found.append(
            Check(
                good=False,
                text=_("%(taken)s people have a place, but there are only %(capacity)s. Nobody is thrown out; "
                       "the waiting list stands still until it fits again.") % words,
                section="anmeldung",
            )
        )  # fmt: skip
    booked = option_rooms(event)
    for option in event.options.all():
        there = booked[option.pk]
        if there.capacity is not None and there.taken > there.capacity:
            said = {"option": option.title, "taken": there.taken, "capacity": there.capacity}
            found.append(
                Check(
                    good=False, text=_("“%(option)s”: %(taken)s booked, %(capacity)s places.") % said, section="preise"
                )
            )
    if event.state in LIVE and event.minimum:
        found.append(minimum_check(places.minimum_missing(here, event.minimum)))
    return found


def minimum_check(missing: int) -> Check:
    """Whether enough people come."""
    if not missing:
        return Check(good=True, text=_("Enough people for it to take place."))
    words = ngettext(
        "%(n)s person is missing to the least number.", "%(n)s people are missing to the least number.", missing
    )
    return Check(good=False, text=words % {"n": missing})


def text_checks(event: Event, has_days: bool) -> list[Check]:
    """What a reader would miss."""
    where = bool(event.venue or event.town or event.place_id)
    online = event.format == "online"
    found = [
        Check(has_days, _("There is a date.") if has_days else _("The date is missing."), "termine-ort"),
        Check(
            bool(event.short_text),
            _("There is one line that says what it is.")
            if event.short_text
            else _("One line that says what it is, is missing."),
            "inhalt",
        ),
    ]
    if online:
        link = bool(event.meeting_link) or event.days.exclude(meeting_link="").exists()
        found.append(
            Check(
                link,
                _("The link to the meeting is there.") if link else _("The link to the meeting is missing."),
                "termine-ort",
            )
        )
    else:
        found.append(Check(where, _("It says where.") if where else _("It does not say where."), "termine-ort"))
        known = bool(event.accessibility)
        found.append(
            Check(
                known,
                _("It says how accessible the place is.")
                if known
                else _("It does not say how accessible the place is."),
                "termine-ort",
            )
        )
    return found


def is_time(move: moves.Move, event: Event, now: datetime) -> bool:
    """What has not begun cannot have taken place."""
    return move.target != State.HELD or event.starts_at is None or event.starts_at <= now


LABELS = {
    State.IDEA: lambda: _("Back to an idea"),
    State.PLANNED: lambda: _("Back to planning"),
    State.ANNOUNCED: lambda: _("Announce (save the date)"),
    State.OPEN: lambda: _("Open the registration"),
    State.CLOSED: lambda: _("Close the registration"),
    State.HELD: lambda: _("It has taken place"),
    State.DOCUMENTED: lambda: _("Documentation is finished"),
    State.SETTLED: lambda: _("Everything is settled"),
    State.CALLED_OFF: lambda: _("Call it off"),
    State.POSTPONED: lambda: _("Postpone it"),
}
MAIN = (State.OPEN, State.HELD, State.DOCUMENTED)


def choice(move: moves.Move, alive: int) -> Choice:
    """A move in words, told before it is made."""
    means = ""
    if move.tells:
        words = ngettext(
            "%(n)s registration gets a message by mail.", "%(n)s registrations get a message by mail.", alive
        )
        means = words % {"n": alive} if alive else _("Nobody is registered, so nobody is told.")
        if move.target == State.CALLED_OFF and alive:
            means += " " + _("All registrations end free of charge. This cannot be taken back.")
    return Choice(move.target, LABELS[move.target](), move.asks_reason, means, move.target in MAIN)


def alike(values: dict[str, Any], day: date | None) -> list[Event]:
    """Events that may be the same one: the same day, or nearly the same title."""
    found = Q()
    words = [word for word in str(values.get("title", "")).split() if len(word) > 4][:5]
    title = Q()
    for word in words:
        title &= Q(title__icontains=word)
    if words:
        found |= title
    if day:
        same_day = Q(starts_at__date=day)
        town = values.get("town")
        found |= same_day & Q(town__iexact=town) if town else same_day
    return list(Event.objects.filter(found).order_by("-starts_at")[:MOST_ALIKE]) if found else []
