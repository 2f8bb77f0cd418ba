"""Volunteer advisers at the desk, and the page on which they tell their number."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.accounts.queries import BadLink
from deele.core import spreadsheet
from deele.events import doors
from deele.events.actions import volunteers as actions
from deele.events.forms.volunteers import ReportForm, VolunteerForm, YearForm
from deele.events.models import Volunteer
from deele.events.queries import volunteers as queries
from deele.events.views.after import bad_link
from deele.office import queries as office

WORK = Permission.REGISTRATION_WORK
GET_POST = ["GET", "HEAD", "POST"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@never_cache
@require_safe
@staff_page(WORK)
def volunteer_list(request: HttpRequest) -> HttpResponse:
    """Volunteers by district, and the districts without any."""
    today = timezone.localdate()
    covered, white, without = queries.by_district(request.user, today)
    active = list(queries.active(queries.for_person(request.user), today))
    number, told = queries.consultations(active, today.year - 1)
    context = {
        "covered": covered,
        "white": white,
        "without": without,
        "active": len(active),
        "total": len(covered) + len(white),
        "year": today.year - 1,
        "consultations": number,
        "told": told,
        "former": queries.for_person(request.user).filter(active_until__lt=today),
    }
    return render(request, "events/day/volunteers.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def volunteer(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """One volunteer: written down, changed; the years below."""
    found = doors.desk_volunteer(request.user, pk) if pk else Volunteer()
    form = VolunteerForm(request.POST or None, instance=found, user=request.user)
    if request.method == "POST" and form.is_valid():
        serves = form.cleaned_data["serves"]
        saved = actions.save(volunteer=form.save(commit=False), serves=serves, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("events:desk-volunteer", saved.pk)
    years = list(found.years.all()) if pk else []
    year_form = YearForm(initial={"year": timezone.localdate().year - 1})
    context = {"volunteer": found, "form": form, "years": years, "year_form": year_form}
    return render(request, "events/day/volunteer.html", context)


@never_cache
@require_POST
@staff_page(WORK)
def volunteer_year(request: HttpRequest, pk: int) -> HttpResponse:
    """The number of a year, told by telephone."""
    found = doors.desk_volunteer(request.user, pk)
    form = YearForm(request.POST)
    if form.is_valid():
        actions.report(volunteer=found, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Please give a year and a number. Nothing was saved."))
    return redirect("events:desk-volunteer", found.pk)


@never_cache
@require_POST
@staff_page(WORK)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask all active ones for the last year."""
    today = timezone.localdate()
    found = queries.active(queries.for_person(request.user), today)
    asked = actions.ask_for_year(volunteers=found, year=today.year - 1, now=timezone.now())
    words = ngettext("%(number)s volunteer is asked by mail.", "%(number)s volunteers are asked by mail.", asked)
    messages.success(request, words % {"number": asked})
    return redirect("events:desk-volunteers")


@never_cache
@require_safe
@staff_page(WORK)
def export(request: HttpRequest) -> HttpResponse:
    """The active ones as a table."""
    header, rows = queries.export(request.user, timezone.localdate())
    if ours := office.the_office():
        actions.note_list(people=len(rows), about=ours, by=request.user, now=timezone.now())
    content = spreadsheet.write_xlsx(header, rows, title=_("Volunteers"))
    headers = {"Content-Disposition": 'attachment; filename="ehrenamt.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """From a course with certificates to volunteers, in one step."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    if request.method == "POST":
        wanted = [int(one) for one in request.POST.getlist("person") if one.isdecimal() and len(one) < 12]
        made = actions.take_over(event=event, participants=wanted, by=request.user, now=timezone.now())
        words = ngettext("%(number)s volunteer was added.", "%(number)s volunteers were added.", len(made))
        messages.success(request, words % {"number": len(made)})
        return redirect("events:desk-volunteers")
    context = {"event": event, "rows": queries.takeable(event)}
    return render(request, "events/day/take_over.html", context)


@never_cache
@require_http_methods(GET_POST)
def report(request: HttpRequest, token: str) -> HttpResponse:
    """The page of the yearly mail: one number."""
    try:
        _link, found, year = doors.asked_volunteer(token)
    except BadLink as problem:
        return bad_link(request, problem)
    form = ReportForm(request.POST if request.method == "POST" else None)
    done = request.method == "POST" and form.is_valid()
    if done:
        number = form.cleaned_data["consultations"]
        actions.report(volunteer=found, year=year, consultations=number, by=None, now=timezone.now())
    return render(request, "events/day/volunteer_report.html", {"form": form, "year": year, "done": done})
