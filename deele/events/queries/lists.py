"""The lists one takes out of an event: each with a purpose, and with no more columns than its purpose needs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from deele.events.enums import OptionKind
from deele.events.models import Day, Event, Participant
from deele.events.queries import people

Column = tuple[Promise | str, Callable[[Participant], Any]]


@dataclass(frozen=True)
class Purpose:
    """A list: for whom, which columns, and which people."""

    key: str
    title: Promise
    sentence: Promise
    columns: tuple[Column, ...]
    wanted: Callable[[Participant], bool] = lambda _person: True
    with_days: bool = False


def extras(person: Participant, *kinds: str) -> str:
    """The chosen extras, of these kinds or all."""
    return ", ".join(row.option.title for row in person.choices.all() if not kinds or row.option.kind in kinds)


def has_extra(*kinds: str) -> Callable[[Participant], bool]:
    """Whether somebody chose an extra of these kinds."""
    return lambda person: any(row.option.kind in kinds for row in person.choices.all())


def need(person: Participant) -> str:
    """What somebody needs, as long as it is kept."""
    found = getattr(person, "need", None)
    return found.text if found else ""


NAME: Column = (gettext_lazy("Name"), lambda one: one.name)
ORGANISATION: Column = (gettext_lazy("Organisation"), lambda one: one.registration.organisation)
CODE: Column = (gettext_lazy("Registration"), lambda one: one.registration.code)
PHONE: Column = (gettext_lazy("Telephone"), lambda one: one.registration.contact_phone)
DISTRICT: Column = (gettext_lazy("District"), lambda one: one.district)  # type: ignore[attr-defined]  # set in sheet
AUDIENCE: Column = (gettext_lazy("Comes from"), lambda one: one.registration.get_audience_display())
KITCHEN, RIDE = (OptionKind.LUNCH,), (OptionKind.BUS, OptionKind.EXCURSION)

PURPOSES = (
    Purpose(
        "arbeit",
        gettext_lazy("Working list"),
        gettext_lazy("For the office: everything but what people need. Please do not pass it on."),
        (
            NAME, ORGANISATION, (gettext_lazy("E-mail"), lambda one: one.email or one.registration.contact_email),
            PHONE, DISTRICT, AUDIENCE,
            (gettext_lazy("Price class"), lambda one: one.price.title if one.price else ""),
            (gettext_lazy("Amount in euros"), lambda one: one.price_cents / 100 if one.price_cents else ""),
            (gettext_lazy("Extras"), extras),
            (gettext_lazy("May be on photos"), lambda one: one.photo_ok),
            (gettext_lazy("Remark"), lambda one: one.registration.remark),
            (gettext_lazy("Came by"), lambda one: one.registration.get_channel_display()),
            CODE,
        ),
        with_days=True,
    ),
    Purpose(
        "alle",
        gettext_lazy("List for everybody taking part"),
        gettext_lazy("Only people who agreed to stand on it, without addresses."),
        (NAME, ORGANISATION, DISTRICT),
        wanted=lambda one: one.on_list,
    ),
    Purpose(
        "bedarf",
        gettext_lazy("Kitchen and needs"),
        gettext_lazy("Who eats, and who needs what. What people need is deleted a week after the event."),
        (NAME, (pgettext_lazy("list", "Meal"), lambda one: extras(one, *KITCHEN)), (gettext_lazy("Need"), need)),
        wanted=lambda one: bool(need(one)) or has_extra(*KITCHEN)(one),
    ),
    Purpose(
        "bus",
        gettext_lazy("List for the bus"),
        gettext_lazy("Who travels along, with a telephone number for the morning."),
        (NAME, ORGANISATION, PHONE, (pgettext_lazy("list", "Ride"), lambda one: extras(one, *RIDE))),
        wanted=has_extra(*RIDE),
    ),
    Purpose(
        "foerderung",
        gettext_lazy("List for the funder"),
        gettext_lazy("Names, organisations and who was there, without contact data."),
        (NAME, ORGANISATION, AUDIENCE, DISTRICT),
        with_days=True,
    ),
)  # fmt: skip
BY_KEY = {purpose.key: purpose for purpose in PURPOSES}


@dataclass(frozen=True)
class Sheet:
    """A list, finished: its heading and its rows."""

    title: str
    header: list[str]
    rows: list[list[Any]]


def sheet(event: Event, purpose: Purpose) -> Sheet:
    """The list of an event for this purpose."""
    days = people.counted_days(event) if purpose.with_days else []
    found = [person for person in people.listed(event) if purpose.wanted(person)]
    names = people.districts(found)
    for person in found:
        person.district = names.get(person.pk, "")  # type: ignore[attr-defined]  # only for the columns
    header = [gettext("No."), *(str(label) for label, _value in purpose.columns), *(day_label(day) for day in days)]
    rows = [
        [number, *(value(person) for _label, value in purpose.columns), *(was_there(person, day) for day in days)]
        for number, person in enumerate(found, start=1)
    ]
    return Sheet(str(purpose.title), header, rows)


def day_label(day: Day) -> str:
    """The heading of a day's column."""
    return gettext("present on %(day)s") % {"day": f"{day.starts_at:%d.%m.%Y}"}


def was_there(person: Participant, day: Day) -> bool:
    """Whether the person was there on that day."""
    return day.pk in people.days_there(person)


def sizes(event: Event) -> dict[str, int]:
    """How many people stand on each list."""
    found = people.listed(event)
    return {purpose.key: sum(1 for person in found if purpose.wanted(person)) for purpose in PURPOSES}
