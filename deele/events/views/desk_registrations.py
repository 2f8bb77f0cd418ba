"""Registrations at the desk: the list of an event, one registration, and what may be done with it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access import rules as access
from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.audit import queries as log
from deele.core.errors import Refusal
from deele.events import doors, enums
from deele.events.actions import post, registrations, waiting
from deele.events.enums import RegistrationState
from deele.events.forms.desk_registration import CancelForm, ProofForm
from deele.events.queries import desk_nav
from deele.events.queries import desk_registrations as queries
from deele.events.queries.waiting import waiting_list

PER_PAGE = 50


@never_cache
@require_safe
@staff_page(Permission.REGISTRATION_WORK)
def registration_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes, who waits and why, who left."""
    event = doors.desk_event(request.user, pk, permission=Permission.REGISTRATION_WORK)
    asked = {"tab": request.GET.get("tab", "dabei")[:20], "q": request.GET.get("q", "")[:100]}
    if asked["q"] and "tab" not in request.GET:
        asked["tab"] = "alle"
    found = queries.found(event, tab=asked["tab"], text=asked["q"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "event": event, "page": page, "rows": queries.rows(list(page.object_list)), "asked": asked,
        "tabs": queries.tabs(event, asked["tab"]), "sums": queries.sums(event),
        "waiting": waiting_list(event, timezone.now()) if asked["tab"] == "warteliste" and not asked["q"] else [],
        "nav": desk_nav.nav(request.user, event, "desk-registrations"),
    }  # fmt: skip
    return render(request, "events/desk/registrations.html", context)


@never_cache
@require_safe
@staff_page(Permission.REGISTRATION_WORK)
def registration(request: HttpRequest, event_pk: int, pk: int) -> HttpResponse:
    """One registration with all that is known; looking at it is written down."""
    found = doors.desk_registration(request.user, event_pk, pk)
    now = timezone.now()
    audit.record(enums.LOOKED, by=request.user, about=found, now=now)
    lines = [log.line(entry) for entry in log.history(found)[:40]]
    context = {
        "sees_money": access.can(request.user, Permission.MONEY_WORK, area_id=found.event.area_id),
        "event": found.event, "sheet": queries.sheet(found, now), "registration": found, "lines": lines,
        "cancel_form": CancelForm(), "states": RegistrationState, "sees_mail": True,
    }  # fmt: skip
    return render(request, "events/desk/registration.html", context)


def attempt(request: HttpRequest, act: Callable[[], Any], done: str) -> None:
    """Do it and say so, or say what was refused."""
    try:
        act()
        messages.success(request, done)
    except Refusal as problem:
        messages.error(request, problem.message)


@require_POST
@staff_page(Permission.REGISTRATION_WORK)
def cancel(request: HttpRequest, event_pk: int, pk: int) -> HttpResponse:
    """End it for the people, with the fee the event asks for or free of charge."""
    found = doors.desk_registration(request.user, event_pk, pk)
    form = CancelForm(request.POST)
    if form.is_valid():
        given = {**form.cleaned_data, "by": request.user, "now": timezone.now()}
        attempt(request, lambda: registrations.cancel(registration=found, **given), _("The registration has ended."))
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.REGISTRATION_WORK)
def offer(request: HttpRequest, event_pk: int, pk: int) -> HttpResponse:
    """Offer a place out of turn."""
    found = doors.desk_registration(request.user, event_pk, pk)
    given = {"registration": found, "by": request.user, "now": timezone.now()}
    attempt(request, lambda: waiting.offer(**given), _("The place is offered; the mail is on its way."))
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.REGISTRATION_WORK)
def answer(request: HttpRequest, event_pk: int, pk: int) -> HttpResponse:
    """Somebody answered an offer by telephone, or would like to wait again."""
    found = doors.desk_registration(request.user, event_pk, pk)
    answers = {
        "ja": (waiting.accept, _("The place is taken up.")),
        "nein": (waiting.decline, _("The place goes to the next.")),
        "wieder": (waiting.enlist_again, _("On the waiting list again, at its end.")),
    }
    act, done = answers.get(request.POST.get("answer", ""), (None, ""))
    if act is not None:
        given = {"registration": found, "by": request.user, "now": timezone.now()}
        attempt(request, lambda: act(**given), done)
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.REGISTRATION_WORK)
def proof(request: HttpRequest, event_pk: int, pk: int, participant_pk: int) -> HttpResponse:
    """The lower price of one person is justified, or is not."""
    found = doors.desk_registration(request.user, event_pk, pk)
    person = get_object_or_404(found.participants.select_related("registration__event"), pk=participant_pk)
    form = ProofForm(request.POST)
    if form.is_valid():
        given = {"participant": person, "by": request.user, "now": timezone.now(), **form.cleaned_data}
        attempt(request, lambda: registrations.check_proof(**given), _("Noted."))
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.REGISTRATION_WORK)
def link(request: HttpRequest, event_pk: int, pk: int) -> HttpResponse:
    """Send the people their own link again."""
    found = doors.desk_registration(request.user, event_pk, pk)
    if found.contact_email:
        post.your_link(found, now=timezone.now())
        messages.success(request, _("The mail with the link is on its way."))
    else:
        messages.error(request, _("There is no e-mail address. Please add one first, or ring them up."))
    return redirect(found.desk_url())
