"""What people see of their own registration."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.core.amounts import euros
from deele.events.enums import ProofState, RegistrationState
from deele.events.models import Event, Participant, Registration
from deele.events.queries import fees, registering, status, words
from deele.events.queries.event_page import moment
from deele.events.queries.waiting import rank_of

S = RegistrationState
KINDS = {
    S.CONFIRMED: "success",
    S.WAITING: "info",
    S.OFFERED: "warning",
    S.CANCELLED: "danger",
    S.DECLINED: "info",
    S.EXPIRED: "info",
}


@dataclass(frozen=True)
class Standing:
    """Where a registration stands: one heading, and how it goes on."""

    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class PersonLine:
    """One person who comes."""

    pk: int
    name: str
    price: str
    extras: list[str]
    note: str
    fee: str


def standing(registration: Registration, now: datetime) -> Standing:
    """What has happened and what comes next, in plain words."""
    title, text = {
        S.CONFIRMED: confirmed,
        S.WAITING: waiting,
        S.OFFERED: offered,
        S.CANCELLED: cancelled,
        S.DECLINED: declined,
        S.EXPIRED: expired,
    }[S(registration.state)](registration, now)
    return Standing(KINDS[S(registration.state)], title, text)


def confirmed(registration: Registration, now: datetime) -> tuple[str, str]:
    """The place is theirs."""
    if status.is_over(registration.event, now):
        return _("You were registered"), _("This event is over. Thank you for your interest.")
    title = ngettext("Your place is confirmed", "Your %(number)s places are confirmed", registration.seats)
    text = _("The invoice comes in a mail of its own.") if registration.total_cents else _("You need not do anything.")
    return title % {"number": registration.seats}, text


def waiting(registration: Registration, now: datetime) -> tuple[str, str]:
    """Their rank, and that it moves by itself."""
    if status.is_over(registration.event, now):
        return _("No place became free"), _("We are sorry. The event is over; you owe nothing.")
    rank = rank_of(registration, now)
    title = (
        _("You are number %(rank)s on the waiting list") % {"rank": rank} if rank else _("You are on the waiting list")
    )
    return title, _(
        "As soon as a place is free for you, we write to you. You then have time to take it or to leave it to "
        "others. Until then you pay nothing, and you can cancel at any time."
    )


def offered(registration: Registration, now: datetime) -> tuple[str, str]:
    """The time left."""
    if registration.offered_until is None or registration.offered_until < now:
        return _("The offer has ended"), _("The time for the answer is over. The place goes to the next on the list.")
    until = {"until": moment(registration.offered_until), "left": time_left(registration.offered_until, now)}
    title = ngettext("A place is free for you", "%(number)s places are free for you", registration.seats)
    return title % {"number": registration.seats}, _("We hold it for you until %(until)s (%(left)s).") % until


def time_left(until: datetime, now: datetime) -> str:
    """Another 30 hours; another 20 minutes."""
    minutes = max(0, int((until - now).total_seconds() // 60))
    if minutes >= 60:
        hours = minutes // 60
        return ngettext("another %(number)s hour", "another %(number)s hours", hours) % {"number": hours}
    return ngettext("another %(number)s minute", "another %(number)s minutes", minutes) % {"number": minutes}


def cancelled(registration: Registration, now: datetime) -> tuple[str, str]:
    """What it costs."""
    fee = registration.cancel_fee_cents
    text = _("A fee of %(fee)s is due; the invoice comes by mail.") % {"fee": euros(fee)} if fee else ""
    return _("This registration is cancelled"), text or _("You owe nothing. If you change your mind, register anew.")


def declined(registration: Registration, now: datetime) -> tuple[str, str]:
    """They said no."""
    return _("You left the place to others"), _("Thank you for the answer. If you would like to come, wait again.")


def expired(registration: Registration, now: datetime) -> tuple[str, str]:
    """They did not answer."""
    text = _("We had no answer in time, so the place went to the next on the list. You owe nothing.")
    return _("The place has gone to the next"), text


def people(registration: Registration, now: datetime) -> list[PersonLine]:
    """Who comes, with what each chose and what cancelling would cost now."""
    found = registration.participants.filter(cancelled_at=None).select_related("price")
    return [line(registration, one, now) for one in found.prefetch_related("choices__option")]


def line(registration: Registration, one: Participant, now: datetime) -> PersonLine:
    """One person."""
    choices = list(one.choices.all())
    amount = one.price_cents + sum(choice.price_cents for choice in choices)
    fee = fees.fee_now(registration.event, registration, amount, now)
    checked = {
        ProofState.CLAIMED: _("we still check the proof for this price"),
        ProofState.REFUSED: _("we could not find a proof for the reduced price"),
    }
    return PersonLine(
        pk=one.pk,
        name=one.name,
        price=f"{one.price.title}, {words.money(one.price_cents)}" if one.price else "",
        extras=[extra(choice.option.title, choice.price_cents) for choice in choices],
        note=checked.get(ProofState(one.proof), ""),
        fee=_("costs %(fee)s") % {"fee": euros(fee)} if fee else _("costs nothing"),
    )


def extra(title: str, cents: int) -> str:
    """An extra with what it costs."""
    return f"{title} ({euros(cents)})" if cents else title


def may_change(registration: Registration, now: datetime) -> bool:
    """Whether anything can still be changed or cancelled."""
    return registration.is_alive and not status.is_over(registration.event, now)


def may_wait_again(registration: Registration, now: datetime) -> bool:
    """Whether they can go back on the list."""
    event: Event = registration.event
    passed = registration.state in (S.DECLINED, S.EXPIRED)
    return passed and event.has_waiting_list and registering.terms(event, now).moves


def page(registration: Registration, now: datetime) -> dict[str, Any]:
    """Everything of the page but its papers."""
    event = registration.event
    days = list(event.days.all())
    is_open = registration.state == S.OFFERED and (registration.offered_until or now) > now
    return {
        "registration": registration,
        "event": event,
        "standing": standing(registration, now),
        "when": words.of_days(days),
        "dates": [words.of_day(day) for day in days] if len(days) > 1 else [],
        "where": words.where(event),
        "people": people(registration, now),
        "total": euros(registration.total_cents) if registration.total_cents else "",
        "is_offered": is_open,
        "may_change": may_change(registration, now),
        "may_wait_again": may_wait_again(registration, now),
        "meeting_link": event.meeting_link if registration.state == S.CONFIRMED else "",
        "is_off": event.state in status.OFF_STATES,
    }


def fee_rule(registration: Registration, now: datetime) -> str:
    """What cancelling costs at this moment, in one sentence."""
    fee = fees.fee_now(registration.event, registration, registration.total_cents, now)
    if fee:
        return _("Cancelling costs a fee now, because the date for cancelling free of charge has passed.")
    return _("Cancelling costs you nothing now.")
