"""Registering and cancelling without end in a process that is killed: what must hold whenever it died."""

import itertools
from datetime import timedelta

from django.db.models import Sum
from django.utils import timezone

from deele.accounts.models import MailLink
from deele.audit.models import Entry as LogEntry
from deele.events.actions import registrations
from deele.events.enums import RegistrationState as S
from deele.events.models import Choice, Event, Option, Participant, Registration
from deele.events.tests import registering
from deele.mail.models import OutgoingMail

SEATS, EVE = 24, 12


def prepare() -> None:
    """One hot event with an excursion on the eve."""
    event = registering.an_event(SEATS, starts=timezone.now() + timedelta(days=90))
    registering.option(event, capacity=EVE)


def act() -> None:
    """A couple registers; when many wait, the oldest confirmed registration is cancelled."""
    event, eve = Event.objects.get(), Option.objects.get()
    number = next(_numbers)
    if Registration.objects.filter(state=S.WAITING).count() > 3:
        oldest = Registration.objects.filter(state=S.CONFIRMED).order_by("pk").first()
        registrations.cancel(registration=oldest, by=None, now=timezone.now())
    taken = Choice.objects.filter(participant__registration__state__in=[S.CONFIRMED, S.OFFERED]).count()
    options = (eve.pk,) if taken <= EVE - 2 else ()
    registering.register(event, f"Eins {number}", f"Zwei {number}", now=timezone.now(), options=options)


_numbers = itertools.count()


def faults() -> dict[str, bool]:
    """What is half registered or half cancelled."""
    taking = Registration.objects.taking()
    people = Participant.objects.count()
    made = Registration.objects.count()
    cancelled = Registration.objects.filter(state=S.CANCELLED).count()
    offered = Registration.objects.filter(state=S.OFFERED).count()
    extras = Choice.objects.filter(participant__registration__in=taking).count()
    logged = LogEntry.objects.filter(event__in=["registration.made", "registration.waiting"]).count()
    mails = OutgoingMail.objects.filter(purpose__in=["events.confirmed", "events.waiting"]).count()
    return {
        "overbooked": (taking.aggregate(all=Sum("seats"))["all"] or 0) > SEATS,
        "excursion overbooked": extras > EVE,
        "registration without its people": people != 2 * made,
        "registration without log": logged != made,
        "registration without mail": mails != made,
        "mail without link": MailLink.objects.count() != OutgoingMail.objects.count(),
        "cancelled without mail": OutgoingMail.objects.filter(purpose="events.cancelled").count() != cancelled,
        "offer without mail": OutgoingMail.objects.filter(purpose="events.offered").count() != offered,
        "a place lies idle": idle(),
    }


def idle() -> bool:
    """Somebody who fits waits although there is room."""
    free = SEATS - (Registration.objects.taking().aggregate(all=Sum("seats"))["all"] or 0)
    return free >= 2 and Registration.objects.waiting().exists()


def count() -> int:
    """How many registrations there are."""
    return Registration.objects.count()
