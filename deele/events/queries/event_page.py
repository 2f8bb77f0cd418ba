"""What the page of an event shows, ready for the template."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from deele.events.enums import Format, OfficeRole, PartRole, Priority, Proof, Registering, State
from deele.events.models import Event, Option, Part
from deele.events.queries import cards, left_over, registering, status, structured, words
from deele.events.queries.room import option_rooms, room
from deele.events.rules.places import Room, minimum_missing
from deele.office.enums import Audience, Theme

FORMER = 5
RELATED = ("days", "parts", "prices", "options", "stops__entry__place", "programme__day", "documents")


@dataclass(frozen=True)
class Way:
    """How one registers now: a button, or the reason why there is none."""

    label: str = ""
    url: str = ""
    text: str = ""
    is_elsewhere: bool = False


@dataclass
class EventPage:
    """Everything of the page."""

    event: Event
    title: str
    kind: str
    note: status.Note
    way: Way
    when: str
    where: str
    trail: list[dict[str, str]]
    dates: list[dict[str, str]]
    address: list[str]
    facts: list[dict[str, str]]
    prices: list[dict[str, str]]
    options: list[dict[str, Any]]
    programme: list[dict[str, Any]]
    people: dict[str, list[Part]]
    stops: list[dict[str, Any]]
    photos: list[dict[str, Any]]
    documents: list[dict[str, Any]]
    former: list[dict[str, str]]
    funder: str
    structured: str
    summary: str
    is_over: bool
    alerts: list[dict[str, str]] = field(default_factory=list)

    @property
    def costs_extra(self) -> bool:
        """Whether something one can choose costs something though taking part does not."""
        return any(option["amount"] for option in self.options)


def fetch(event: Event) -> Event:
    """The event with all the page needs, in one query a table."""
    found = Event.objects.select_related("area__carrier", "series", "place__parent").prefetch_related(*RELATED)
    return found.get(pk=event.pk)


def event_page(event: Event, now: datetime, root: str) -> EventPage:
    """The page of a public event; `root` is scheme and host, for what machines read."""
    left = room(event)
    days = list(event.days.all())
    return EventPage(
        event=event,
        title=event.full_title,
        kind=cards.kind(event),
        note=status.note(event, left, now),
        way=way(event, left, now),
        when=words.of_days(days),
        where=words.where(event),
        trail=trail(event, now),
        dates=[date_row(day) for day in days] if len(days) > 1 else [],
        address=address(event),
        facts=facts(event, left, now),
        prices=prices(event),
        options=options(event, now),
        programme=programme(event),
        people=people(event.parts.all()),
        stops=stops(event),
        photos=left_over.photos(event),
        documents=left_over.documents(event),
        former=former(event),
        funder=funder(event),
        structured=structured.event_data(event, left, root, now),
        summary=summary(event, days),
        is_over=is_closed(event, now),
        alerts=alerts(event),
    )


def is_closed(event: Event, now: datetime) -> bool:
    """Whether nothing can be decided about it any more: it is over, or does not take place."""
    return status.is_over(event, now) or event.state in status.OFF_STATES


def alerts(event: Event) -> list[dict[str, str]]:
    """What everybody must see first."""
    if event.state == State.CALLED_OFF:
        title, text = _("This event does not take place"), event.state_reason or _("It was called off.")
        return [{"kind": "danger", "title": title, "text": text}]
    if event.state == State.POSTPONED:
        title = _("This event was postponed")
        text = event.state_reason or _("It does not take place on the date below. The new date is not fixed yet.")
        return [{"kind": "warning", "title": title, "text": text}]
    return []


def way(event: Event, left: Room, now: datetime) -> Way:
    """How to register, in one button and one sentence."""
    if event.state in status.OFF_STATES or status.is_over(event, now):
        return Way()
    if event.registering == Registering.NONE:
        return Way(text=event.registration_note or _("You need not register. Just come."))
    if event.registering == Registering.ELSEWHERE:
        text = event.registration_note or _("The host takes the registrations. The button leads to another website.")
        return Way(_("Register with the host"), event.registration_url, text, is_elsewhere=True)
    if why := registering.problem(event, left, now):
        return Way(text=why)
    url = reverse("events:register", args=[event.pk])
    if not left.is_full:
        until = _("Register until %(day)s.") % {"day": moment(event.closes_at)} if event.closes_at else ""
        return Way(_("Register"), url, event.registration_note or until)
    text = _("All places are taken. You can go on the waiting list: when a place becomes free, you get a mail.")
    return Way(_("Go on the waiting list"), url, text)


def moment(instant: datetime) -> str:
    """3. März 2027, 12:00 Uhr; a day alone when it is midnight."""
    local = timezone.localtime(instant)
    day = date_format(local, words.SHORT)
    if (local.hour, local.minute) in ((0, 0), (23, 59)):
        return str(day)
    return _("%(day)s, %(time)s o'clock") % {"day": day, "time": words.clock(instant)}


def trail(event: Event, now: datetime) -> list[dict[str, str]]:
    """From the calendar to this page."""
    home = {"label": _("Events"), "url": reverse("events:calendar")}
    past = {"label": _("Looking back"), "url": f"{home['url']}?zeit=vergangen"}
    steps = [home, past] if status.is_over(event, now) else [home]
    return [*steps, {"label": event.full_title, "url": ""}]


def date_row(day: Any) -> dict[str, str]:
    """One of several dates."""
    return {"when": words.of_day(day), "title": day.title, "venue": day.venue}


def address(event: Event) -> list[str]:
    """Venue, street, postcode and town, a line each."""
    if event.format == Format.ONLINE:
        return []
    town = " ".join(part for part in (event.postcode, event.town or words.place_name(event)) if part)
    return [line for line in (event.venue, event.street, town) if line]


def facts(event: Event, left: Room, now: datetime) -> list[dict[str, str]]:
    """What one wants to know before deciding; what is not known is left out."""
    audience, themes = dict(Audience.choices), dict(Theme.choices)
    over = is_closed(event, now)
    rows = [
        (_("Host"), host(event)),
        (_("Together with"), ", ".join(lines(event.cooperation))),
        (_("For whom"), ", ".join(str(audience[key]) for key in event.audience or [] if key in audience)),
        (_("Topics"), ", ".join(str(themes[key]) for key in event.themes or [] if key in themes)),
        (_("Series"), series(event)),
        (_("Register by"), "" if over or not event.closes_at else moment(event.closes_at)),
        (pgettext("seats", "Places"), "" if over else places(event, left)),
        (_("Who comes first"), "" if over else priority(event)),
        (_("Cancelling"), "" if over else cancelling(event)),
        (_("Accessibility"), event.accessibility),
        (_("Took part"), str(event.attended) if event.attended and status.is_over(event, now) else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def lines(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def host(event: Event) -> str:
    """Who invites, where it is not the office alone, and what the office does there."""
    if event.role == OfficeRole.ORGANISER:
        return event.host
    if event.role == OfficeRole.HINT:
        return event.host
    role = str(event.get_role_display())
    return _("%(host)s; the office: %(role)s") % {"host": event.host, "role": role} if event.host else ""


def series(event: Event) -> str:
    """The series with its public number."""
    if event.series is None:
        return ""
    counted = event.series.is_counted and event.number
    return (
        _("%(name)s, no. %(number)s") % {"name": event.series, "number": event.number} if counted else str(event.series)
    )


def places(event: Event, left: Room) -> str:
    """How many there are, and how many are missing."""
    if event.capacity is None:
        return ""
    text = _("%(number)s places") % {"number": event.capacity}
    missing = minimum_missing(left, event.minimum)
    if event.minimum and missing:
        return _("%(places)s; takes place when at least %(minimum)s people register") % {
            "places": text,
            "minimum": event.minimum,
        }
    return text


def priority(event: Event) -> str:
    """Whether people from the state come first, and until when."""
    if event.priority == Priority.OPEN:
        return ""
    if event.priority == Priority.RESIDENTS_ONLY or event.priority_until is None:
        return str(event.get_priority_display())
    return _("people from the state first, until %(day)s") % {"day": moment(event.priority_until)}


def cancelling(event: Event) -> str:
    """What it costs to cancel."""
    free_until = event.cancel_free_until or event.closes_at
    if event.registering != Registering.FORM:
        return ""
    if not event.cancel_fee_percent or free_until is None:
        return _("free of charge at any time")
    return _("free of charge until %(day)s; after that %(percent)s percent of the fee is due") % {
        "day": moment(free_until),
        "percent": event.cancel_fee_percent,
    }


def prices(event: Event) -> list[dict[str, str]]:
    """What a place costs for whom."""
    proofs = {Proof.MEMBER: _("for members"), Proof.STAFF: _("with a proof; we ask you for it")}
    return [
        {"label": price.title, "amount": words.money(price.amount_cents),
         "note": price.note or proofs.get(Proof(price.proof), "")}
        for price in event.prices.all()
    ]  # fmt: skip


def options(event: Event, now: datetime) -> list[dict[str, Any]]:
    """The extras, each with what is left."""
    extras = list(event.options.all())
    left = option_rooms(event) if extras else {}
    over = status.is_over(event, now)
    return [
        {"title": extra.title, "note": extra.note, "amount": amount(extra), "group": extra.group,
         "left": "" if over else option_left(left[extra.pk])}
        for extra in extras
    ]  # fmt: skip


def amount(extra: Option) -> str:
    """What an extra costs; nothing is said of what costs nothing."""
    return words.money(extra.amount_cents) if extra.amount_cents else ""


def option_left(left: Room) -> str:
    """How many places an extra has left."""
    if left.free is None:
        return ""
    return (
        _("%(number)s of %(all)s places free") % {"number": left.free, "all": left.capacity} if left.free else _("full")
    )


def programme(event: Event) -> list[dict[str, Any]]:
    """The programme by day, in its order."""
    found: dict[int | None, dict[str, Any]] = {}
    for item in event.programme.all():
        day = item.day
        title = date_format(timezone.localtime(day.starts_at), words.LONG) if day else ""
        group = found.setdefault(item.day_id, {"title": title, "items": []})
        group["items"].append({"time": item_time(item.starts, item.ends), "title": item.title, "text": item.text})
    shown = list(found.values())
    if len(shown) == 1:
        shown[0]["title"] = ""
    return shown


def item_time(starts: Any, ends: Any) -> str:
    """9:30–10:15."""
    return "–".join(f"{one:%H:%M}" for one in (starts, ends) if one)


def people(parts: Iterable[Part]) -> dict[str, list[Part]]:
    """Who speaks and who moderates."""
    found = list(parts)
    return {
        "speakers": [part for part in found if part.role == PartRole.SPEAKER],
        "hosts": [part for part in found if part.role == PartRole.HOST],
    }


def stops(event: Event) -> list[dict[str, Any]]:
    """The stops of an excursion; those in the directory lead there while they are public."""
    shown = []
    for stop in event.stops.all():
        entry = stop.entry
        url = entry.get_absolute_url() if entry and entry.is_public else ""
        place = str(entry.place) if entry and entry.place else ""
        time = item_time(stop.arrives, stop.leaves)
        shown.append(
            {"title": str(stop), "url": url, "place": place, "time": time, "host": stop.host, "note": stop.note}
        )
    return shown


def former(event: Event) -> list[dict[str, str]]:
    """The latest other dates of the series."""
    if event.series is None:
        return []
    others = Event.objects.public().filter(series=event.series).exclude(pk=event.pk).order_by("-starts_at", "-pk")
    found = others.select_related("series").prefetch_related("days")[:FORMER]
    return [
        {"label": other.full_title, "url": other.get_absolute_url(), "note": words.of_days(list(other.days.all()))}
        for other in found
    ]


def funder(event: Event) -> str:
    """Who pays for it: the event's own note, else the area's, else the carrier's."""
    area = event.area
    return event.funder_block or (area and (area.funder_block or area.carrier.funder_block)) or ""


def summary(event: Event, days: list) -> str:
    """One line for search engines."""
    parts = (words.of_days(days), words.where(event), event.short_text)
    return ". ".join(part for part in parts if part)[:300]
