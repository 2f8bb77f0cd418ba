"""Registrations that come by telephone, mail or letter, entered and changed at the desk in the form everybody uses."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.events import doors, enums
from deele.events.actions import changes, registrations
from deele.events.forms import registration as forms
from deele.events.forms.desk_registration import desk_form
from deele.events.models import Event, Registration
from deele.events.queries import registering
from deele.events.queries.room import room

GET_POST = ["GET", "HEAD", "POST"]
TOKEN = 24


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.REGISTRATION_WORK)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a registration. Letting people in although it is full or closed takes a tick."""
    event = doors.desk_event(request.user, pk, permission=Permission.REGISTRATION_WORK)
    offer = forms.offer_of(event)
    sent = request.method == "POST"
    form = (
        forms.bound(request.POST, offer, for_desk=True) if sent else forms.RegistrationForm(offer=offer, for_desk=True)
    )
    if sent and not form.redraw and form.is_valid():
        try:
            return taken_in(request, event, form)
        except Refusal as refusal:
            form.refuse(refusal)
    places = room(event)
    context = {
        "event": event,
        "form": form,
        "places": places,
        "problem": registering.problem(event, places, timezone.now()),
        "token": request.POST.get("token", "")[:TOKEN] or get_random_string(TOKEN),
        "by_hand": "by_hand" in request.POST,
    }
    return render(request, "events/desk/register.html", context)


def taken_in(request: HttpRequest, event: Event, form: forms.RegistrationForm) -> HttpResponse:
    """Hand it to the action; the same form sent twice is one registration. Raises what `register` raises."""
    made = registrations.register(
        event=event,
        contact=form.contact(),
        people=form.persons(),
        by=request.user,
        now=timezone.now(),
        channel=form.cleaned_data["channel"],
        form=f"desk-{request.POST.get('token', '')[:TOKEN] or get_random_string(TOKEN)}",
        by_hand="by_hand" in request.POST,
    )
    words = {"code": made.code, "state": made.get_state_display()}
    messages.success(request, _("Entered under the number %(code)s: %(state)s.") % words)
    return redirect(made.desk_url())


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.REGISTRATION_WORK)
def change(request: HttpRequest, event_pk: int, pk: int) -> HttpResponse:
    """Change who comes, what they chose, who pays."""
    registration = doors.desk_registration(request.user, event_pk, pk)
    form = desk_form(registration, request.POST if request.method == "POST" else None)
    if request.method == "POST" and not form.redraw and form.is_valid():
        try:
            return changed(request, registration, form)
        except Refusal as refusal:
            form.refuse(refusal)
    audit.record(enums.LOOKED, by=request.user, about=registration)
    context = {"event": registration.event, "registration": registration, "form": form}
    return render(request, "events/desk/register_change.html", context)


def changed(request: HttpRequest, registration: Registration, form: forms.RegistrationForm) -> HttpResponse:
    """Hand it to the action. Raises what `change` raises."""
    given = {"contact": form.contact(), "people": form.persons(), "by": request.user, "now": timezone.now()}
    changes.change(registration=registration, **given)
    messages.success(request, _("Saved. The people get a mail with what holds now."))
    return redirect(registration.desk_url())
