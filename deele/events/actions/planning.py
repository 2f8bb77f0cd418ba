"""Planning an event: its facts and all that belongs to it, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.audit.actions import as_text
from deele.core import versions
from deele.core.errors import Refusal
from deele.events import enums
from deele.events.actions import index, parts, waiting
from deele.events.enums import ALIVE, State
from deele.events.models import Event
from deele.events.rules import moves
from deele.events.rules.days import span

CHANGEABLE = frozenset(field.name for field in Event._meta.concrete_fields) - {
    "id", "created_at", "updated_at", "version", "starts_at", "ends_at", "state", "state_since", "state_reason",
    "public_since", "sequence", "minimum_told_at",
}  # fmt: skip
Rows = Mapping[str, Sequence[Mapping[str, Any]]]


class NotAllowed(Refusal):
    """The event belongs to an area of work in which the person plans nothing."""

    code = "not-allowed"


class NumberTaken(Refusal):
    """Another event of the series has this number."""

    code = "number"


class TellFirst(Refusal):
    """People are registered, so dates change only together with telling them."""

    code = "tell"


@transaction.atomic
def create(*, values: Mapping[str, Any], by: Any, now: datetime, rows: Rows | None = None) -> Event:
    """Plan an event. `rows` holds what belongs to it by `parts.TABLES`. Raises NotAllowed, NumberTaken."""
    event = Event(state=State.PLANNED, state_since=now)
    write(event, values)
    check(event, by)
    event.save()
    parts.replace(event, rows or {}, now)
    keep_in_step(event)
    audit.record(enums.CREATED, by=by, about=event, now=now)
    index.refresh(event)
    return event


@transaction.atomic
def change(*, event: Event, values: Mapping[str, Any], by: Any, now: datetime, rows: Rows | None = None) -> Event:
    """Change an event as it was read; its version counts. A call that changes nothing leaves no trace.

    Tables that `rows` does not name stay as they are. More places let the waiting list move; fewer than are
    booked throw nobody out. Raises NotAllowed, NumberTaken, TellFirst, parts.InUse, versions.Conflict.
    """
    stored = Event.objects.select_for_update().get(pk=event.pk)
    check_allowed(by, stored)
    before = parts.told(stored)
    versions.claim(event)
    changes = write(event, values)
    check(event, by)
    parts.replace(event, rows or {}, now, dates_stay=stored.registrations.filter(state__in=ALIVE).exists())
    keep_in_step(event)
    event.save()
    changes |= parts.differences(before, parts.told(event))
    if not changes:
        Event.objects.filter(pk=event.pk).update(version=event.version - 1)
        event.version -= 1
        return event
    audit.record(enums.CHANGED, by=by, about=event, now=now, data={"changes": changes})
    waiting.advance(event=event, now=now)
    index.refresh(event)
    return event


def write(event: Event, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Set the fields; returns old and new of those that changed. Raises ValueError for fields nobody writes."""
    if unknown := set(values) - CHANGEABLE:
        raise ValueError(f"not changeable: {sorted(unknown)}")
    stored = Event.objects.filter(pk=event.pk).first() if event.pk else None
    series = values.get("series")
    if series is not None and series.pk is None:
        series.save()
    changes = {}
    for name, value in values.items():
        old = getattr(stored, name) if stored else None
        if stored and old != value:
            changes[name] = [as_text(old), as_text(value)]
        setattr(event, name, value)
    return changes


def check(event: Event, by: Any) -> None:
    """Raises NotAllowed, NumberTaken."""
    check_allowed(by, event)
    if event.series_id is None:
        event.number = None
    elif event.number is not None:
        other = Event.objects.filter(series=event.series_id, number=event.number).exclude(pk=event.pk).first()
        if other is not None:
            words = {"number": event.number, "title": other.title}
            raise NumberTaken(
                _("Number %(number)s of this series is “%(title)s” already. Please choose another number.") % words
            )


def check_allowed(by: Any, event: Event) -> None:
    """Raises NotAllowed. Without a person it is the house itself."""
    if by is None:
        return
    allowed = moves.can_edit_event(by, event)
    if event.area_id is None and allowed and access.areas_of(by, Permission.EVENT_EDIT) is not None and not event.pk:
        allowed = False  # whoever plans in some areas only names one of them
    if not allowed:
        raise NotAllowed(_("You may not plan events here. Please choose one of your areas of work."))


def keep_in_step(event: Event) -> None:
    """Repeat beginning and end of the days on the event."""
    event.starts_at, event.ends_at = span(event.days.all())
    event.save(update_fields=["starts_at", "ends_at", "updated_at"])
