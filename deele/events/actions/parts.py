"""What belongs to an event, written as whole tables: days, prices, extras, programme, stops, people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.core.amounts import euros
from deele.core.errors import Refusal
from deele.events.models import Day, Event, Option, Part, PriceClass, ProgrammeItem, Stop
from deele.events.queries.dates import day_in_words

# Days first: the others name them. The key is the related name at the event.
TABLES: dict[str, Any] = {
    "days": Day,
    "prices": PriceClass,
    "options": Option,
    "programme": ProgrammeItem,
    "stops": Stop,
    "parts": Part,
}
UNRANKED = ("days",)
TIMES = ("starts_at", "ends_at", "has_time", "precision")


class InUse(Refusal):
    """Registrations rest on it, so it stays."""

    code = "in-use"


class DatesMove(Refusal):
    """The dates of an event for which people are registered."""

    code = "dates"

    def __init__(self) -> None:
        super().__init__(
            _("People are registered for this event, so its dates were not changed. "
              "Please use “Move the dates”: it tells everybody once.")
        )  # fmt: skip


def replace(
    event: Event, rows: Mapping[str, Sequence[Mapping[str, Any]]], now: datetime, *, dates_stay: bool = False
) -> None:
    """Bring each named table to these rows. A row with `pk` is an old one; what is not named goes.

    Raises InUse, and DatesMove when times change although `dates_stay`.
    """
    if dates_stay and "days" in rows and moves_dates(event, rows["days"]):
        raise DatesMove
    for name, model in TABLES.items():
        if name in rows:
            replace_one(event, name, model, rows[name])


def replace_one(event: Event, name: str, model: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """One table."""
    here = {row.pk: row for row in model._base_manager.filter(event=event)}
    wanted = {row["pk"] for row in rows if row.get("pk")}
    for pk in here.keys() - wanted:
        check_unused(here[pk])
        here[pk].delete()
    for rank, row in enumerate(rows):
        target = here.get(row.get("pk")) or model(event=event)
        for field, value in row.items():
            if field != "pk":
                setattr(target, field, value)
        if name not in UNRANKED:
            target.rank = rank
        target.save()
    getattr(event, "_prefetched_objects_cache", {}).pop(name, None)


def check_unused(row: Model) -> None:
    """Raises InUse when somebody chose it, paid it, or was noted there."""
    number = uses(row)
    if number:
        words = ngettext(
            "“%(name)s” stands in %(number)s registration, so it cannot be taken out. "
            "To close it, set its places to 0 or write so in its note.",
            "“%(name)s” stands in %(number)s registrations, so it cannot be taken out. "
            "To close it, set its places to 0 or write so in its note.",
            number,
        )
        raise InUse(words % {"name": str(row), "number": number})


def uses(row: Model) -> int:
    """In how many registrations it stands, ended ones too."""
    if isinstance(row, Option):
        found = row.choices.aggregate(n=Count("participant__registration", distinct=True))
    elif isinstance(row, PriceClass):
        found = row.participants.aggregate(n=Count("registration", distinct=True))
    elif isinstance(row, Day):
        found = row.attendance.aggregate(n=Count("participant__registration", distinct=True))
    else:
        return 0
    return int(found["n"])


def moves_dates(event: Event, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether these rows change when the event takes place."""
    then = sorted(tuple(row) for row in event.days.values_list(*TIMES))
    fields = {name: getattr(Day(), name) for name in TIMES}
    stored = {day.pk: {name: getattr(day, name) for name in TIMES} for day in event.days.all()}
    wanted = [{**stored.get(row.get("pk", 0), fields), **{n: row[n] for n in TIMES if n in row}} for row in rows]
    return sorted((tuple(row[name] for name in TIMES) for row in wanted), key=str) != sorted(then, key=str)


def told(event: Event) -> dict[str, list[str]]:
    """The tables in words for the log; of people only how many, for names do not belong there."""
    return {
        _("dates"): [day_in_words(day) for day in Day.objects.filter(event=event)],
        _("prices"): [f"{one} {euros(one.amount_cents)}" for one in PriceClass.objects.filter(event=event)],
        _("extras"): [option_in_words(one) for one in Option.objects.filter(event=event)],
        _("programme"): [item_in_words(one) for one in ProgrammeItem.objects.filter(event=event)],
        _("stops"): [stop_in_words(one) for one in Stop.objects.filter(event=event).select_related("entry")],
        _("people in the programme"): [str(Part.objects.filter(event=event).count())],
    }


def option_in_words(one: Option) -> str:
    """Title, price, places."""
    places = f", {one.capacity}" if one.capacity is not None else ""
    return f"{one.title} {euros(one.amount_cents)}{places}"


def item_in_words(one: ProgrammeItem) -> str:
    """Time and title."""
    return f"{one.starts:%H:%M} {one.title}" if one.starts else one.title


def stop_in_words(one: Stop) -> str:
    """Time and place."""
    return f"{one.arrives:%H:%M} {one}" if one.arrives else str(one)


def differences(before: Mapping[str, list[str]], after: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Old and new of the tables that changed."""
    return {name: ["; ".join(rows), "; ".join(after[name])] for name, rows in before.items() if rows != after[name]}
