"""From registrations to invoices. Whatever happened meanwhile, a registration has at most one invoice that counts."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from deele.audit.actions import reference
from deele.core.errors import Refusal
from deele.events.enums import Invoicing, RegistrationState, State
from deele.events.models import Event, Registration
from deele.events.queries import billing as queries
from deele.money.actions import invoices
from deele.money.models import Invoice

GRACE = timedelta(minutes=10)  # people correct themselves; a bill that follows at once would be cancelled at once
AFTERWARDS = timedelta(days=180)


class NoCarrier(Refusal):
    """The event belongs to no area of work, so nobody is there to bill."""

    code = "no-carrier"


@transaction.atomic
def settle(*, registration: Registration, by: Any, now: datetime, first_time: bool = True) -> Invoice | None:
    """Bring the documents of a registration to what is owed now; returns the invoice that counts.

    An invoice that no longer fits is cancelled by a document of its own, a new one takes its place; both or neither.
    A second call changes nothing. Raises NoCarrier and what money.actions.invoices.issue raises.
    """
    Registration.objects.select_for_update().get(pk=registration.pk)
    fresh = queries.with_people(Registration.objects.filter(pk=registration.pk)).get()
    about = reference(fresh)
    invoice = queries.current([about]).get(about)
    if not queries.needs_work(fresh, invoice, first_time=first_time):
        return invoice
    if invoice is not None:
        invoices.cancel(invoice=invoice, reason=why(fresh), by=by, now=now)
    wanted = queries.lines(fresh)
    return write(fresh, wanted, by=by, now=now) if wanted else None


def write(registration: Registration, wanted: list[Any], *, by: Any, now: datetime) -> Invoice:
    """Issue an invoice for these lines."""
    event = registration.event
    if event.area is None:
        raise NoCarrier(
            _("The event belongs to no area of work, so it is not known who writes the invoice. Please choose one.")
        )
    return invoices.issue(
        carrier=event.area.carrier,
        recipient=queries.recipient(registration),
        lines=wanted,
        about=reference(registration),
        by=by,
        now=now,
        service=queries.service(event),
        subject=event.full_title,
    )


def why(registration: Registration) -> str:
    """The reason that stands on the cancellation."""
    if registration.event.state == State.CALLED_OFF:
        return _("The event was called off.")
    if registration.state == RegistrationState.CANCELLED:
        return _("The registration was cancelled.")
    return _("The registration was changed.")


def bill_together(*, event: Event, by: Any, now: datetime) -> tuple[int, list[str]]:
    """Write all invoices of an event that are due. Returns how many, and what kept others from being written."""
    return settle_all(list(queries.with_people(event.registrations.all())), by=by, now=now, together=True)


def settle_due(now: datetime) -> tuple[int, list[str]]:
    """The job: first invoices where they are written at once, and whatever changed since for all others."""
    found = Registration.objects.filter(
        Q(event__ends_at=None) | Q(event__ends_at__gt=now - AFTERWARDS),
        Q(event__prices__amount_cents__gt=0) | Q(event__options__amount_cents__gt=0),
        state__in=[RegistrationState.CONFIRMED, RegistrationState.CANCELLED],
        updated_at__lte=now - GRACE,
    ).exclude(event__state=State.SETTLED)
    return settle_all(list(queries.with_people(found.distinct())), by=None, now=now, together=False)


def settle_all(rows: list[Registration], *, by: Any, now: datetime, together: bool) -> tuple[int, list[str]]:
    """Settle those of many that need it, each in a transaction of its own: one that fails stops no other."""
    known = queries.current(reference(row) for row in rows)
    done, faults = 0, []
    for row in rows:
        first = together or row.event.invoicing == Invoicing.AT_ONCE
        if not queries.needs_work(row, known.get(reference(row)), first_time=first):
            continue
        try:
            settle(registration=row, by=by, now=now, first_time=first)
            done += 1
        except Refusal as problem:
            faults.append(f"{row.code}: {problem.message}")
    return done, faults
