"""The sections of an event's planning at the desk, each a short page of its own."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.events import doors
from deele.events.actions import planning
from deele.events.forms.event import EventForm
from deele.events.forms.tables import all_valid, tables_of, with_one_more, without_errors
from deele.events.kinds import SECTION, Section
from deele.events.models import Event
from deele.events.queries import desk_nav
from deele.events.queries import planning as queries
from deele.events.queries.stops import entries_to_visit


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.EVENT_EDIT)
def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One section. A second writer sees the conflict; “add a row” keeps everything typed."""
    if key not in SECTION:
        raise Http404
    here = SECTION[key]
    adds = request.POST.get("add", "")
    data = with_one_more(request.POST, adds) if adds in here.tables else request.POST
    with transaction.atomic():
        found = doors.desk_event(request.user, pk)
        form, tables = forms_of(request, here, pk, data)
        if adds:
            without_errors(form, *tables.values())
        elif request.method == "POST" and all_valid(form, *tables.values()) and save(request, found, form, tables):
            return redirect("events:desk-section", pk, key)
    status = 409 if form.has_error(NON_FIELD_ERRORS, "conflict") else 200
    return render(request, "events/desk/section.html", screen(request, found, here, form, tables), status=status)


def forms_of(request: HttpRequest, here: Section, pk: int, data: Any) -> tuple[EventForm, dict[str, Any]]:
    """The fields and the tables of the section; a table that was not sent stays as it is."""
    names = [name for name in here.tables if f"{name}-TOTAL_FORMS" in data] if data else here.tables
    form = EventForm(data or None, instance=doors.desk_event(request.user, pk), section=here)
    return form.for_person(request.user), tables_of(doors.desk_event(request.user, pk), data or None, names)


def save(request: HttpRequest, found: Event, form: EventForm, tables: dict) -> bool:
    """Write the change; False puts the refusal at the top of the form."""
    rows = {name: one.values() for name, one in tables.items()}
    try:
        with transaction.atomic():
            planning.change(event=found, values=form.values(), rows=rows, by=request.user, now=timezone.now())
    except Refusal as problem:
        form.add_error(None, problem.message)
        return False
    messages.success(request, _("Saved."))
    return True


def screen(request: HttpRequest, found: Event, here: Section, form: EventForm, tables: dict) -> dict:
    """What the page shows; where people are registered, dates move on a page of their own."""
    context = {
        "event": found, "form": form, "tables": tables, "section": here,
        "nav": desk_nav.nav(request.user, found, here.key),
    }  # fmt: skip
    if "days" in tables:
        context["standing"] = queries.standing(found, timezone.now())
        if context["standing"].alive:
            context["tables"] = {name: one for name, one in tables.items() if name != "days"}
    return context


@require_safe
@staff_page(Permission.EVENT_EDIT)
def stop_suggestions(request: HttpRequest) -> HttpResponse:
    """Entries of the directory while somebody types a stop."""
    return JsonResponse(entries_to_visit(request.GET.get("q", "")[:120]), safe=False)
