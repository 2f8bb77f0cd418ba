"""Registering without an account: the form, and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.core.errors import Refusal
from deele.directory.queries import limits
from deele.events import doors
from deele.events.actions import links, registrations
from deele.events.forms import registration as forms
from deele.events.models import Event, Registration
from deele.events.queries import hold_page, register_page

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 40  # a whole town hall may sit behind one connection


@never_cache
@require_http_methods(GET_POST)
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Register one or several people on one page."""
    event = doors.registering_event(pk)
    offer = forms.offer_of(event)
    form = forms.bound(request.POST, offer) if request.method == "POST" else forms.RegistrationForm(offer=offer)
    if form.is_bound and not form.redraw and (made := taken_in(request, event, form)):
        return redirect("events:registered", event.pk, links.receipt(made))
    page = register_page.page(event, timezone.now())
    if page.problem:
        return render(request, "events/public/closed.html", {"page": page, "event": event})
    return render(request, "events/public/register.html", {"page": page, "event": event, "form": form})


def taken_in(request: HttpRequest, event: Event, form: forms.RegistrationForm) -> Registration | None:
    """Hand it to the action. None for a form with faults or one that was refused: it says so itself then.

    A form that was taken in before is no fault, even if meanwhile the last place or extra is gone by itself.
    """
    if form.is_valid():
        try:
            return registered_now(request, event, form)
        except Refusal as refusal:
            form.refuse(refusal)
    return doors.sent_before(request.POST.get("seal", ""), event)


def registered_now(request: HttpRequest, event: Event, form: forms.RegistrationForm) -> Registration:
    """Raises what `register` raises, and when one connection sends too many."""
    if problem := limits.too_many(request, "events.register", per_hour=PER_HOUR):
        raise Refusal(problem, code="too-many")
    return registrations.register(
        event=event,
        contact=form.contact(),
        people=form.persons(),
        by=None,
        now=timezone.now(),
        form=form.cleaned_data["seal"],
    )


@never_cache
@require_safe
def registered(request: HttpRequest, pk: int, receipt: str) -> HttpResponse:
    """What exactly has happened, and how it goes on."""
    registration = doors.receipted_registration(pk, receipt)
    return render(request, "events/public/registered.html", hold_page.page(registration, timezone.now()))
