"""The life of an event: its moves between states and new dates, each told once to everybody registered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.events import enums
from deele.events.actions import announcing, index, parts, planning, rows, waiting
from deele.events.enums import ALIVE, OWN_ROLES, Registering, RegistrationState, State
from deele.events.models import Event, Registration
from deele.events.queries.dates import day_in_words
from deele.events.rules import moves

MOST_WORDS = 300


class BadMove(Refusal):
    """The table of moves does not know this one, or something it needs is missing."""

    code = "bad-move"


@transaction.atomic
def move(*, event: Event, to: str, by: Any, now: datetime, reason: str = "") -> list[Registration]:
    """Bring the event into another state; returns the registrations that were told.

    Calling off ends all registrations free of charge; postponing keeps them. Each contact gets one mail.
    Raises planning.NotAllowed, BadMove, and Conflict when somebody else moved it first.
    """
    target, source = State(to), State(event.state)
    planning.check_allowed(by, event)
    wanted = moves.move(source, target)
    if wanted is None:
        words = {"state": source.label, "target": target.label}
        raise BadMove(_("From “%(state)s” there is no way to “%(target)s”.") % words)
    check_ready(event, target, reason, now, asks_reason=wanted.asks_reason)
    fields: dict[str, Any] = {"state": target, "state_since": now, "state_reason": reason.strip()[:MOST_WORDS]}
    if event.public_since is None and target in enums.PUBLIC_STATES:
        fields["public_since"] = now
    step = 1 if wanted.tells else 0
    stored = Event.objects.filter(pk=event.pk, state=source)
    if not stored.update(**fields, sequence=F("sequence") + step, version=F("version") + 1, updated_at=now):
        raise versions.Conflict(_("Somebody else has moved this event meanwhile. Please open it again."))
    event.refresh_from_db()
    data = {"from": source.value, "to": target.value, "reason": reason}
    audit.record(enums.MOVED, by=by, about=event, now=now, data=data)
    told = tell(event, by, now) if wanted.tells else []
    if target in (State.OPEN, State.CLOSED):
        waiting.advance(event=event, now=now)
    index.refresh(event)
    return told


def check_ready(event: Event, target: State, reason: str, now: datetime, *, asks_reason: bool) -> None:
    """Raises BadMove where something is missing."""
    if asks_reason and not reason.strip():
        raise BadMove(_("Please give a reason; everybody who registered reads it."), code="reason")
    if target in (State.ANNOUNCED, State.OPEN) and not event.days.exists():
        raise BadMove(_("Before it is announced, the event needs a date. Please add one."), code="dates")
    if target == State.OPEN and event.registering == Registering.ELSEWHERE and not event.registration_url:
        raise BadMove(_("People are to register elsewhere, but the address is missing. Please add it."), code="url")
    if target == State.HELD and event.starts_at and event.starts_at > now:
        raise BadMove(_("The event has not begun yet, so it cannot have taken place."), code="future")
    if target == State.DOCUMENTED and event.role in OWN_ROLES and not (event.report or event.documents.exists()):
        raise BadMove(_("Nothing is documented yet. Please write a report or add a file."), code="report")
    if target not in enums.PUBLIC_STATES and event.registrations.filter(state__in=ALIVE).exists():
        raise BadMove(
            _("People are registered, so the event stays public. You can call it off or postpone it."), code="alive"
        )


def tell(event: Event, by: Any, now: datetime) -> list[Registration]:
    """What a called-off or postponed event means for everybody who wanted to come."""
    found = alive(event)
    for registration in found:
        if event.state == State.CALLED_OFF:
            end(registration, by, now)
            announcing.called_off(registration, now=now)
        else:
            announcing.postponed(registration, now=now)
    return found


def alive(event: Event) -> list[Registration]:
    """The registrations to be told, held until the transaction ends."""
    found = list(event.registrations.select_for_update().filter(state__in=ALIVE).order_by("pk"))
    for registration in found:
        registration.event = event
    return found


def end(registration: Registration, by: Any, now: datetime) -> None:
    """The event does not take place: the registration ends and costs nothing, not even an older fee."""
    rows.into_state(
        registration,
        RegistrationState.CANCELLED,
        now,
        cancelled_at=now,
        cancel_reason=registration.event.state_reason,
        cancel_fee_cents=0,
        offered_until=None,
    )
    audit.record(enums.CANCELLED, by=by, about=registration, now=now, data={"fee": 0})


@transaction.atomic
def reschedule(
    *, event: Event, days: Sequence[Mapping[str, Any]], by: Any, now: datetime, message: str = ""
) -> list[Registration]:
    """Move the dates; everybody registered is told once with the new ones and may cancel free of charge.

    Only words of a day changed: they are saved and nobody is told. A second call with the same dates tells
    nobody either. Raises planning.NotAllowed, parts.InUse, versions.Conflict.
    """
    stored = rows.held(event)
    planning.check_allowed(by, stored)
    if not parts.moves_dates(stored, days):
        planning.change(event=event, values={}, rows={"days": days}, by=by, now=now)
        return []
    versions.claim(event)
    before = [day_in_words(day) for day in event.days.all()]
    parts.replace(event, {"days": days}, now)
    event.sequence += 1
    event.minimum_told_at = None
    planning.keep_in_step(event)
    free_again(event)
    event.save()
    after = [day_in_words(day) for day in event.days.all()]
    data = {"changes": {_("dates"): ["; ".join(before), "; ".join(after)]}, "message": message}
    audit.record(enums.RESCHEDULED, by=by, about=event, now=now, data=data)
    found = alive(event)
    for registration in found:
        announcing.rescheduled(registration, before=before, message=message.strip(), now=now)
    index.refresh(event)
    return found


def free_again(event: Event) -> None:
    """Whoever cannot come to the new dates owes nothing: cancelling is free until the event begins."""
    if event.cancel_fee_percent:
        event.cancel_free_until = event.starts_at
