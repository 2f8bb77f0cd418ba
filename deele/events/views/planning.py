"""Events at the desk: the list, a new one, the overview of one, its moves, dates, copies and history."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access import rules as access
from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import queries as log
from deele.core.errors import Refusal
from deele.events import doors
from deele.events.actions import copying, life, planning
from deele.events.enums import PUBLIC_STATES, Kind, OfficeRole
from deele.events.forms.event import CopyForm, MessageForm, MoveForm, NewEventForm
from deele.events.forms.tables import all_valid, tables_of, with_one_more, without_errors
from deele.events.models import Event
from deele.events.queries import desk_nav, event_page, overview, subjects
from deele.events.queries import planning as queries
from deele.likeness.actions import overlaps

PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@require_safe
@staff_page(Permission.EVENT_EDIT)
def event_list(request: HttpRequest) -> HttpResponse:
    """The events this person plans; every filter is part of the address."""
    now = timezone.now()
    asked = queries.Asked(
        *(request.GET.get(name, fallback)[:100] for name, fallback in
          (("tab", "kommend"), ("q", ""), ("art", ""), ("rolle", ""), ("jahr", "")))
    )  # fmt: skip
    page = Paginator(queries.events_for(request.user, asked, now), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "lines": queries.lines(list(page.object_list)), "asked": asked, "kinds": Kind.choices,
        "roles": OfficeRole.choices, "years": queries.years(request.user),
        "sees_members": access.can(request.user, Permission.REGISTRATION_WORK),
        "tabs": queries.tabs(request.user, asked.tab, now),
    }  # fmt: skip
    return render(request, "events/desk/list.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.EVENT_EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """A new event; what resembles it is shown before it is saved."""
    form = NewEventForm(request.POST or None).for_person(request.user)
    alike: list[Event] = []
    if request.method == "POST" and form.is_valid():
        alike = queries.alike(form.values(), form.cleaned_data["day"])
        if not alike or request.POST.get("anyway"):
            return save_new(request, form)
    return render(request, "events/desk/new.html", {"form": form, "alike": alike})


def save_new(request: HttpRequest, form: NewEventForm) -> HttpResponse:
    """Plan it and go on to its overview."""
    try:
        event = planning.create(values=form.values(), rows=form.rows(), by=request.user, now=timezone.now())
    except Refusal as problem:
        form.add_error(None, problem.message)
        return render(request, "events/desk/new.html", {"form": form, "alike": []})
    messages.success(request, _("Planned. Nobody outside sees it yet; please add what is missing."))
    return redirect(event.desk_url())


@never_cache
@require_safe
@staff_page(Permission.EVENT_EDIT)
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """The overview: what is missing, what comes next, and the way to every section."""
    found, now = doors.desk_event(request.user, pk), timezone.now()
    standing = queries.standing(found, now)
    context = {
        "event": found, "standing": standing, "overview": overview.overview(found, standing, now),
        "ref": subjects.ref(found), "copy_form": CopyForm(), "nav": desk_nav.nav(request.user, found, "desk-event"),
    }  # fmt: skip
    return render(request, "events/desk/event.html", context)


@require_POST
@staff_page(Permission.EVENT_EDIT)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Announce, open, call off …: one move of the table."""
    found = doors.desk_event(request.user, pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            ask_first(found, data["to"], request.user)
            told = life.move(event=found, to=data["to"], by=request.user, now=timezone.now(), reason=data["reason"])
            say_moved(request, found, len(told))
        except (Refusal, ValueError) as problem:
            messages.error(request, getattr(problem, "message", _("There is no such state.")))
    return redirect(found.desk_url())


def ask_first(found: Event, to: str, user: Any) -> None:
    """What overlaps with it is decided before it goes out. Raises overlaps.Undecided."""
    if to in PUBLIC_STATES and not found.is_public:
        overlaps.ask_first(ref=subjects.ref(found), by=user, now=timezone.now())


def say_moved(request: HttpRequest, found: Event, told: int) -> None:
    """What happened, with how many were told."""
    words = _("The event is now: %(state)s.") % {"state": found.get_state_display()}
    if told:
        said = ngettext("%(n)s registration was told.", "%(n)s registrations were told.", told)
        words += " " + said % {"n": told}
    messages.success(request, words)


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.EVENT_EDIT)
def dates(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the dates and tell everybody, with the number of those told before."""
    found = doors.desk_event(request.user, pk)
    adds = request.POST.get("add") == "days"
    data = with_one_more(request.POST, "days") if adds else request.POST
    table = tables_of(doors.desk_event(request.user, pk), data or None, ["days"])["days"]
    form = MessageForm(data or None)
    if adds:
        without_errors(form, table)
    elif request.method == "POST" and all_valid(form, table) and reschedule(request, found, form, table):
        return redirect(found.desk_url())
    context = {"event": found, "table": table, "form": form, "standing": queries.standing(found, timezone.now())}
    return render(request, "events/desk/dates.html", context)


def reschedule(request: HttpRequest, found: Event, form: MessageForm, table) -> bool:
    """Write the new dates; False puts the refusal at the top."""
    words = form.cleaned_data["message"]
    try:
        with transaction.atomic():
            told = life.reschedule(event=found, days=table.values(), by=request.user, now=timezone.now(), message=words)
    except Refusal as problem:
        form.add_error(None, problem.message)
        return False
    said = ngettext("%(n)s registration was told.", "%(n)s registrations were told.", len(told)) % {"n": len(told)}
    messages.success(request, f"{_('Saved.')} {said}" if told else _("Saved."))
    return True


@require_POST
@staff_page(Permission.EVENT_EDIT)
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """A new event after this one."""
    found = doors.desk_event(request.user, pk)
    form = CopyForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
        return redirect(found.desk_url())
    try:
        made = copying.copy(event=found, by=request.user, now=timezone.now(), **form.cleaned_data)
    except Refusal as problem:
        messages.error(request, problem.message)
        return redirect(found.desk_url())
    messages.success(
        request, _("This is the new event. Dates moved along; people in the programme are to be asked anew.")
    )
    return redirect(made.desk_url())


@require_safe
@staff_page(Permission.EVENT_EDIT)
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Every change with old and new value."""
    found = doors.desk_event(request.user, pk)
    page = Paginator(log.history(found), PER_PAGE).get_page(request.GET.get("page"))
    lines = [log.line(entry) for entry in page.object_list]
    return render(request, "events/desk/history.html", {"event": found, "page": page, "lines": lines})


@never_cache
@require_safe
@staff_page(Permission.EVENT_EDIT)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page as it would be now; nobody outside sees it."""
    found = doors.desk_event(request.user, pk)
    root = request.build_absolute_uri("/").rstrip("/")
    page = event_page.event_page(event_page.fetch(found), timezone.now(), root)
    messages.info(request, _("This is a preview. Nobody outside the office sees it."))
    return render(request, "events/public/event.html", {"page": page, "event": page.event, "root": root})
