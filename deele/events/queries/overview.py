"""The overview of an event at the desk: its sections in a line each, what is missing there, and what comes next."""

from dataclasses import dataclass, field
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.events.enums import PUBLIC_STATES, Invoicing, Registering, State
from deele.events.kinds import SECTIONS
from deele.events.models import Event
from deele.events.queries import words
from deele.events.queries.planning import Check, Standing
from deele.events.rules.places import minimum_missing


@dataclass(frozen=True)
class Line:
    """One section: what stands in it, and what somebody should look at."""

    title: str | Promise
    url: str
    says: list[str]
    open: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Coming:
    """Something that happens at a time, and what it means."""

    at: datetime
    text: str

    @property
    def day(self) -> str:
        """The day as people write it."""
        return str(date_format(timezone.localtime(self.at), "j. F Y"))


@dataclass(frozen=True)
class Overview:
    """What the overview shows besides the standing."""

    lines: list[Line]
    missing: list[Check]
    coming: list[Coming]
    is_draft: bool


def overview(event: Event, standing: Standing, now: datetime) -> Overview:
    """All of it."""
    says = {
        "inhalt": content(event), "termine-ort": dates_and_place(event), "programm": programme(event),
        "anmeldung": registering(event), "preise": prices(event), "nachher": afterwards(event),
    }  # fmt: skip
    missing = [check for check in standing.checks if not check.good]
    lines = [
        Line(
            section.title,
            reverse("events:desk-section", args=[event.pk, section.key]),
            [text for text in says[section.key] if text],
            [check.text for check in missing if check.section == section.key],
        )
        for section in SECTIONS
    ]
    return Overview(lines, missing, coming(event, standing, now), event.state not in PUBLIC_STATES)


def content(event: Event) -> list[str]:
    """What it is."""
    kind = f"{event.get_kind_display()}, {event.get_format_display()}"
    return [kind[:1].upper() + kind[1:], event.short_text]


def dates_and_place(event: Event) -> list[str]:
    """When and where."""
    return [words.of_days(list(event.days.all())), words.where(event)]


def programme(event: Event) -> list[str]:
    """How much of it there is."""
    lines, stops, people = event.programme.count(), event.stops.count(), event.parts.count()
    said = [
        ngettext("%(n)s line of the programme", "%(n)s lines of the programme", lines) % {"n": lines} if lines else "",
        ngettext("%(n)s stop", "%(n)s stops", stops) % {"n": stops} if stops else "",
        ngettext("%(n)s person named", "%(n)s people named", people) % {"n": people} if people else "",
    ]
    return [", ".join(filter(None, said)) or _("Nothing yet.")]


def registering(event: Event) -> list[str]:
    """How people register, until when, and how many."""
    if event.registering != Registering.FORM:
        return [event.get_registering_display()]
    until = _("until %(day)s") % {"day": moment(event.closes_at)} if event.closes_at else _("until it begins")
    number = ngettext("%(n)s place", "%(n)s places", event.capacity or 0) % {"n": event.capacity}
    return [_("With the form, %(until)s") % {"until": until}, number if event.capacity else _("without limit")]


def prices(event: Event) -> list[str]:
    """What it costs and what one can choose."""
    rows, extras = list(event.prices.all()), event.options.count()
    cost = ", ".join(f"{row.title} {words.money(row.amount_cents)}" for row in rows) or _("Free of charge")
    return [cost, ngettext("%(n)s extra", "%(n)s extras", extras) % {"n": extras} if extras else ""]


def afterwards(event: Event) -> list[str]:
    """Certificate and report."""
    hours = event.certificate_hours
    certificate = (
        _("Certificate about %(hours)s hours") % {"hours": number_format(hours.normalize())}
        if hours
        else _("No hours for a certificate")
    )
    return [certificate, _("The report is written") if event.report else ""]


def moment(at: datetime) -> str:
    """A day with its time, in short."""
    return str(date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT"))


def coming(event: Event, standing: Standing, now: datetime) -> list[Coming]:
    """The dates ahead that mean something, soonest first; none for what is over or off."""
    if event.state not in (State.IDEA, State.PLANNED, State.ANNOUNCED, State.OPEN, State.CLOSED, State.POSTPONED):
        return []
    found = [
        Coming(at, text)
        for at, text in (*registration_dates(event), *least_number(event, standing), *the_day(event))
        if at is not None and at > now
    ]
    return sorted(found, key=lambda one: one.at)


def registration_dates(event: Event) -> list[tuple[datetime | None, str]]:
    """What happens to the registration by itself."""
    if event.registering != Registering.FORM:
        return []
    return [
        (event.opens_at, _("Registration opens.")),
        (event.priority_until, _("People from elsewhere come off the waiting list from now on.")),
        (event.cancel_free_until, _("From now on cancelling costs a fee.") if event.cancel_fee_percent else ""),
        (event.closes_at, _("Registration closes.")),
    ]


def least_number(event: Event, standing: Standing) -> list[tuple[datetime | None, str]]:
    """The day on which it is decided whether enough come."""
    missing = minimum_missing(standing.room, event.minimum)
    if not event.minimum_by or not missing:
        return []
    at = timezone.make_aware(datetime.combine(event.minimum_by, time(23, 59)))
    text = ngettext(
        "The least number must be reached; %(n)s person is missing.",
        "The least number must be reached; %(n)s people are missing.",
        missing,
    )
    return [(at, text % {"n": missing})]


def the_day(event: Event) -> list[tuple[datetime | None, str]]:
    """The event itself and what follows."""
    together = event.invoicing == Invoicing.TOGETHER
    return [
        (event.starts_at, _("It begins.")),
        (event.ends_at, _("It is over: certificates, report, invoices.") if together else
         _("It is over: certificates and report.")),
    ]  # fmt: skip
