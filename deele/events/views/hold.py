"""One's own registration behind the link of the mail: see, change, cancel, answer an offer. Looking changes nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.directory.queries import limits
from deele.events import doors
from deele.events.actions import changes, held, waiting
from deele.events.forms import registration as forms
from deele.events.forms.hold import AskLinkForm, CancelForm, own_form
from deele.events.models import Registration
from deele.events.queries import hold_page, hold_papers
from deele.events.queries.ical import event_calendar

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 10
ANSWERS = {"accept": waiting.accept, "decline": waiting.decline, "again": waiting.enlist_again}


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """What is wrong with the link, and what to do."""
    return render(request, "events/hold/bad_link.html", {"problem": problem}, status=410)


@never_cache
@require_safe
def hold(request: HttpRequest, token: str) -> HttpResponse:
    """Where the registration stands."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    now = timezone.now()
    papers = hold_papers.papers(registration, token=token, now=now)
    return render(request, "events/hold/hold.html", {
        **hold_page.page(registration, now), "token": token, "papers": papers,
        "entrance_code": hold_papers.entrance_code(registration, now),
    })  # fmt: skip


@never_cache
@require_http_methods(GET_POST)
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Change who comes, what they chose, who pays."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    if not hold_page.may_change(registration, timezone.now()):
        messages.info(request, _("This registration can no longer be changed."))
        return redirect("events:hold", token)
    form = own_form(registration, request.POST if request.method == "POST" else None)
    if request.method == "POST" and not form.redraw and form.is_valid():
        try:
            return changed(request, token, registration, form)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "events/hold/change.html", {"form": form, "event": registration.event, "token": token})


def changed(request: HttpRequest, token: str, registration: Registration, form: forms.RegistrationForm) -> HttpResponse:
    """Hand it to the action. Raises what `change` raises."""
    contact = form.contact(email=registration.contact_email, is_resident=registration.is_resident)
    changes.change(registration=registration, contact=contact, people=form.persons(), by=None, now=timezone.now())
    messages.success(request, _("Your changes are saved. We have also sent them to you by mail."))
    return redirect("events:hold", token)


@never_cache
@require_http_methods(GET_POST)
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Cancel for all or for some; what it costs stands there before."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    now = timezone.now()
    people = hold_page.people(registration, now)
    form = CancelForm(request.POST if request.method == "POST" else None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            return cancelled(request, token, registration, form)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    return render(request, "events/hold/cancel.html", {
        "form": form, "registration": registration, "event": registration.event, "token": token,
        "rule": hold_page.fee_rule(registration, now), "may_change": hold_page.may_change(registration, now),
    })  # fmt: skip


def cancelled(request: HttpRequest, token: str, registration: Registration, form: CancelForm) -> HttpResponse:
    """Hand it to the action. Raises what it raises."""
    held.cancel_some(
        registration=registration, people=form.people(), reason=form.cleaned_data["reason"], now=timezone.now()
    )
    messages.success(request, _("It is cancelled. We have also sent you a mail about it."))
    return redirect("events:hold", token)


@never_cache
@require_POST
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Take an offered place, leave it to others, or wait again."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    act = ANSWERS.get(request.POST.get("answer", ""))
    try:
        if act is not None:
            act(registration=registration, by=None, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("events:hold", token)


@never_cache
@require_safe
def ics(request: HttpRequest, token: str) -> HttpResponse:
    """The dates for one's own calendar, with the link to the meeting for those who come."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    body = event_calendar([registration.event], now=timezone.now(), personal=registration)
    name = f'attachment; filename="{slug(registration.event.title)}.ics"'
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers={"Content-Disposition": name})


@never_cache
@require_http_methods(GET_POST)
def ask_link(request: HttpRequest) -> HttpResponse:
    """Ask for the link again. The answer is the same whether the address is known or not."""
    form = AskLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "events.ask-link", per_hour=PER_HOUR)
        if not problem:
            held.send_links(email=form.cleaned_data["email"], now=timezone.now())
            return render(request, "events/hold/link_sent.html", {"email": form.cleaned_data["email"]})
        form.add_error(None, problem)
    return render(request, "events/hold/ask_link.html", {"form": form})
