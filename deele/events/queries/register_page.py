"""What stands around the form: for what, for how much, and what happens with a full event."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.events.enums import Priority
from deele.events.models import Event
from deele.events.queries import registering, words
from deele.events.queries.event_page import cancelling, moment
from deele.events.queries.room import room
from deele.events.rules.places import Room


@dataclass(frozen=True)
class RegisterPage:
    """The sentences around the form."""

    problem: str
    title: str
    submit: str
    when: str
    where: str
    places: str
    first: str
    cancelling: str
    waits: bool
    draft: str


def page(event: Event, now: datetime) -> RegisterPage:
    """The page at this moment."""
    left = room(event)
    waits = left.is_full
    return RegisterPage(
        problem=registering.problem(event, left, now),
        title=_("Go on the waiting list") if waits else _("Register"),
        submit=submit(event, waits=waits),
        when=words.of_days(list(event.days.all())),
        where=words.where(event),
        places=places(event, left),
        first=first(event, now),
        cancelling=cancelling(event),
        waits=waits,
        draft=f"register-{event.pk}",
    )


def submit(event: Event, *, waits: bool) -> str:
    """The words of the button; where something is to pay they say so (§ 312j BGB)."""
    if waits:
        return _("Go on the waiting list")
    return _("Register with obligation to pay") if costs_anything(event) else _("Register")


def costs_anything(event: Event) -> bool:
    """Whether there can be something to pay."""
    amounts = [price.amount_cents for price in event.prices.all()]
    return any(amounts) or any(option.amount_cents for option in event.options.all())


def places(event: Event, left: Room) -> str:
    """What is left, and how it goes on when nothing is."""
    if left.free is None:
        return ""
    if left.is_full:
        waiting = ngettext("%(number)s person waits already.", "%(number)s people wait already.", left.waiting)
        said = _("All places are taken. You go on the waiting list; when a place becomes free, we write to you.")
        return f"{said} {waiting % {'number': left.waiting}}" if left.waiting else said
    words_left = ngettext("%(number)s place is free.", "%(number)s places are free.", left.free)
    return words_left % {"number": left.free}


def first(event: Event, now: datetime) -> str:
    """Who comes first, told to everybody before they type."""
    if event.priority == Priority.RESIDENTS_ONLY:
        return _("This event is only for people who live or work in the state. So please tell us where.")
    until = event.priority_until or event.closes_at
    if event.priority == Priority.RESIDENTS_FIRST and (until is None or now < until):
        said = _("People who live or work in the state come first. Everybody else goes on the waiting list at first")
        return f"{said}, {_('until %(day)s') % {'day': moment(until)}}." if until else f"{said}."
    return ""
