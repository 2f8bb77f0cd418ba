"""Money that goes back: the list of an event at the desk, and the account on one's own page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.accounts.queries import BadLink
from deele.core import spreadsheet
from deele.core.amounts import euros
from deele.core.errors import Refusal
from deele.events import doors
from deele.events.actions import refunds as actions
from deele.events.forms.refunds import AccountForm
from deele.events.queries import desk_nav, refunds
from deele.events.views.hold import bad_link
from deele.events.views.lists import TYPES, as_file

WORK = Permission.MONEY_WORK
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Who gets how much back, and whether an account is known."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    rows = refunds.refunds(event)
    total = euros(sum(row.cents for row in rows))
    context = {"event": event, "nav": desk_nav.nav(request.user, event, "desk-refunds"), "rows": rows, "total": total}
    return render(request, "events/day/refunds.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a workbook for whoever transfers the money; taking it is noted."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    rows = refunds.refunds(event)
    actions.listed(event=event, people=len(rows), by=request.user, now=timezone.now())
    content = spreadsheet.write_xlsx(refunds.header(), refunds.cells(rows), title=_("Refunds"))
    return as_file(content, event, "erstattungen.xlsx", TYPES["xlsx"])


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def account(request: HttpRequest, pk: int, registration_pk: int) -> HttpResponse:
    """Type the account somebody told the office."""
    registration = doors.money_registration(request.user, pk, registration_pk)
    form = AccountForm(request.POST or None, initial=known(registration))
    if request.method == "POST" and form.is_valid():
        actions.give_account(registration=registration, by=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The account is noted."))
        return redirect("events:desk-refunds", pk)
    context = {"event": registration.event, "registration": registration, "form": form}
    return render(request, "events/day/refund_account.html", context)


@require_POST
@staff_page(WORK)
def paid(request: HttpRequest, pk: int, registration_pk: int) -> HttpResponse:
    """The money has gone."""
    registration = doors.money_registration(request.user, pk, registration_pk)
    try:
        cents = actions.paid_back(registration=registration, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("events:desk-refunds", pk)
    if cents:
        messages.success(request, _("%(amount)s are booked as paid back.") % {"amount": euros(cents)})
    else:
        messages.info(request, _("Nothing has to go back here any more."))
    return redirect("events:desk-refunds", pk)


@never_cache
@require_http_methods(GET_POST)
def own_account(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link of the mail: to which account the money may go. What was given is not shown again."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    found = refunds.refund(registration)
    if found is None:
        messages.info(request, _("Nothing has to go back here any more."))
        return redirect("events:hold", token)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.give_account(registration=registration, by=None, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Thank you. We transfer the money to this account."))
        return redirect("events:hold", token)
    return render(request, "events/hold/account.html", {"form": form, "refund": found, "token": token})


def known(registration: object) -> dict[str, str]:
    """The account as it stands, for the form of the desk."""
    found = getattr(registration, "refund_account", None)
    return {"holder": found.holder, "iban": found.iban} if found else {}
