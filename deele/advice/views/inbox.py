"""The inbox, the page of an enquiry, and what one does there besides answering."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.advice.actions import enquiries as actions
from deele.advice.actions import enquiry_counting as counting
from deele.advice.actions import enquiry_looks as looks
from deele.advice.doors import enquiries as doors
from deele.advice.forms.inbox import AssignForm, CountForm, StateForm, Versioned
from deele.advice.models import Enquiry
from deele.advice.queries import enquiries as queries
from deele.advice.queries.pages import tabs
from deele.advice.tables import enquiries as tables
from deele.core.errors import Refusal
from deele.core.paging import page_number

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]
PER_PAGE = 50


@never_cache
@require_safe
@staff_page(WORK)
def inbox(request: HttpRequest) -> HttpResponse:
    """Enquiries one may see; the view stands in the address."""
    today = timezone.localdate()
    rows = queries.inbox(request.user, today)
    asked = request.GET.get("sicht", "")
    view = asked if asked in rows else "meine"
    pages = Paginator(rows[view], PER_PAGE)
    page = pages.page(page_number(request.GET.get("seite"), pages.num_pages))
    context = {
        "tabs": tabs("inbox"),
        "views": tables.views(view, rows),
        "page": page,
        "rows": [tables.line(one, today) for one in page],
        "refused": queries.refused(timezone.now())[:10],
    }
    return render(request, "advice/inbox.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def enquiry(request: HttpRequest, pk: int) -> HttpResponse:
    """One enquiry: what was asked, what was written, what comes next. That somebody read it is noted."""
    found = doors.enquiry(request.user, pk)
    looks.look(enquiry=found, by=request.user, now=timezone.now())
    context = {
        "enquiry": found,
        "line": tables.line(found, timezone.localdate()),
        "facts": tables.facts(found),
        "steps": tables.steps(found),
        "lines": found.messages.select_related("by"),
        "files": found.files.defer("content"),
    }
    return render(request, "advice/enquiry.html", context)


def small(request: HttpRequest, found: Enquiry, form: Any, title: str) -> HttpResponse:
    """A page with one form."""
    return render(request, "advice/enquiry_form.html", {"enquiry": found, "form": form, "title": title})


def meet(form: Versioned, refusal: Refusal) -> None:
    """Somebody else was faster: say so, and let sending again be a decision."""
    form.add_error(None, refusal.message)
    form.renew()


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Who answers, and in which area of work."""
    found = doors.enquiry(request.user, pk)
    form = AssignForm(request.POST or None, enquiry=found)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        who = {name: said[name] for name in ("area", "adviser", "deputy")}
        try:
            actions.assign(enquiry=form.claimed(), by=request.user, now=timezone.now(), **who)
        except Refusal as refusal:
            meet(form, refusal)
        else:
            messages.success(request, _("Saved. Whoever answers was told by mail."))
            return redirect("advice:inbox")
    return small(request, found, form, _("Who answers"))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The next state."""
    found = doors.enquiry(request.user, pk)
    moves = tables.steps(found)
    if not moves:
        raise Http404
    form = StateForm(request.POST or None, enquiry=found, moves=moves)
    if request.method == "POST" and form.is_valid():
        names = ("to", "look_again_on", "no_advice", "passed_to")
        said = {name: form.cleaned_data[name] for name in names}
        try:
            actions.move(enquiry=form.claimed(), by=request.user, now=timezone.now(), **said)
        except Refusal as refusal:
            meet(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("advice:enquiry", pk)
    return small(request, found, form, _("Change the state"))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def count(request: HttpRequest, pk: int) -> HttpResponse:
    """Log it as a contact."""
    found = doors.enquiry(request.user, pk)
    form = CountForm(request.POST or None, enquiry=found)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("kind", "duration", "results")}
        try:
            counting.count(enquiry=form.claimed(), by=request.user, now=timezone.now(), **said)
        except Refusal as refusal:
            meet(form, refusal)
        else:
            messages.success(request, _("Counted."))
            return redirect("advice:enquiry", pk)
    return small(request, found, form, _("Count it as a contact"))


@never_cache
@require_POST
@staff_page(WORK)
def make_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a case for it."""
    found = doors.enquiry(request.user, pk)
    try:
        case = counting.make_case(enquiry=found, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("advice:enquiry", pk)
    return redirect("advice:case", case.pk)


@never_cache
@require_safe
@staff_page(WORK)
def file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """A file that came with a mail: always a download, never shown in the page."""
    found = doors.file(request.user, pk, file_pk)
    content = looks.open_file(file=found, by=request.user, now=timezone.now())
    headers = {
        "Content-Disposition": f'attachment; filename="{found.name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=found.media_type, headers=headers)


@never_cache
@require_safe
@staff_page(WORK)
def unanswered(request: HttpRequest) -> HttpResponse:
    """Asked often, answered nowhere."""
    context = {"tabs": tabs("inbox"), "rows": queries.unanswered(request.user)}
    return render(request, "advice/unanswered.html", context)
