"""Invoices of an event at the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.events import doors
from deele.events.actions import billing as actions
from deele.events.queries import billing, desk_nav

WORK = Permission.MONEY_WORK


@never_cache
@require_safe
@staff_page(WORK)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Who owes what, and which documents there are."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    rows = billing.rows(event)
    context = {
        "event": event,
        "nav": desk_nav.nav(request.user, event, "desk-billing"),
        "rows": rows,
        "has_refunds": any(row.standing and row.standing.refund_cents for row in rows),
        "waiting": sum(1 for row in rows if not row.invoices),
    }
    return render(request, "events/day/billing.html", context)


@never_cache
@require_POST
@staff_page(WORK)
def bill(request: HttpRequest, pk: int) -> HttpResponse:
    """Write all invoices that are due."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    done, faults = actions.bill_together(event=event, by=request.user, now=timezone.now())
    words = ngettext("%(number)s registration was settled.", "%(number)s registrations were settled.", done)
    messages.success(request, words % {"number": done})
    for fault in faults[:10]:
        messages.error(request, fault)
    return redirect("events:desk-billing", event.pk)
