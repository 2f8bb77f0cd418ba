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
from deele.events.models import Event
from deele.events.queries import hold_page, register_page

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 40  # a whole town hall may sit behind one connection


@never_cache
@require_http_methods(GET_POST)
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Register one or several people on one page."""
    event = doors.public_event(pk)
    now = timezone.now()
    page = register_page.page(event, now)
    if page.problem and (known := doors.sent_before(request.POST.get("seal", ""), event)):
        return redirect("events:registered", event.pk, links.receipt(known))
    if page.problem:
        return render(request, "events/public/closed.html", {"page": page, "event": event})
    offer = forms.offer_of(event)
    form = forms.bound(request.POST, offer) if request.method == "POST" else forms.RegistrationForm(offer=offer)
    if request.method == "POST" and not form.redraw and form.is_valid():
        try:
            return taken_in(request, event, form)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "events/public/register.html", {"page": page, "event": event, "form": form})


def taken_in(request: HttpRequest, event: Event, form: forms.RegistrationForm) -> HttpResponse:
    """Hand it to the action; the page behind it may be loaded again and again. Raises what `register` raises."""
    if problem := limits.too_many(request, "events.register", per_hour=PER_HOUR):
        raise Refusal(problem, code="too-many")
    made = registrations.register(
        event=event,
        contact=form.contact(),
        people=form.persons(),
        by=None,
        now=timezone.now(),
        form=form.cleaned_data["seal"],
    )
    return redirect("events:registered", event.pk, links.receipt(made))


@never_cache
@require_safe
def registered(request: HttpRequest, pk: int, receipt: str) -> HttpResponse:
    """What exactly has happened, and how it goes on."""
    registration = doors.receipted_registration(pk, receipt)
    return render(request, "events/public/registered.html", hold_page.page(registration, timezone.now()))
