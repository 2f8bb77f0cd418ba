"""Cases: the list, the page of one, opening one, changing what is known, the next step."""

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
from deele.advice import doors
from deele.advice.actions import anonymising, beginning, life, looks
from deele.advice.actions import cases as actions
from deele.advice.enums import CaseState
from deele.advice.forms.case_lists import CaseFilter
from deele.advice.forms.cases import BeginForm, CaseForm, JoinForm, MoveForm, NewCaseForm, NoteForm, TaskForm
from deele.advice.models import Case
from deele.advice.queries import cases as queries
from deele.advice.queries.pages import tabs
from deele.advice.rules import cases as rules
from deele.advice.tables import cases as tables
from deele.advice.views.hints import hint
from deele.core.errors import Refusal
from deele.core.paging import page_number

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]
PER_PAGE = 50


@never_cache
@require_safe
@staff_page(WORK)
def case_list(request: HttpRequest) -> HttpResponse:
    """Cases one may see; view and filters stand in the address."""
    form, today = CaseFilter(request.GET, user=request.user), timezone.localdate()
    asked = form.asked()
    view = asked.setdefault("view", "meine")
    pages = Paginator(queries.found(request.user, asked, today), PER_PAGE)
    page = pages.page(page_number(request.GET.get("seite"), pages.num_pages))
    context = {
        "tabs": tabs("cases"),
        "form": form,
        "chosen": len(asked) - 1,
        "views": tables.views(view, queries.counts(request.user, asked, today), form.kept()),
        "view": view,
        "page": page,
        "rows": tables.rows(page, today),
        "abandoned": queries.abandoned(request.user, today),
    }
    return render(request, "advice/cases.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: what comes next, what happened, what hangs on it. That somebody read it is noted."""
    found = doors.case(request.user, pk)
    looks.look(case=found, by=request.user, now=timezone.now())
    context = {
        **page_of(found, request),
        "note_form": NoteForm(),
        "task_form": TaskForm(case=found, user=request.user),
        "steps": tables.steps(found),
        "shares": found.shares.select_related("user"),
    }
    return render(request, "advice/case.html", context)


def page_of(found: Case, request: HttpRequest) -> dict[str, Any]:
    """What everybody sees who may see the case."""
    kind = request.GET.get("art", "")
    counts = queries.kinds_of(found)
    kind = kind if kind in counts else ""
    pages = Paginator(queries.lines(found, kind), queries.LINES_PER_PAGE)
    page = pages.page(page_number(request.GET.get("seite"), pages.num_pages))
    return {
        "case": found,
        "badge": tables.badge(found),
        "client": tables.client(found),
        "client_facts": tables.client_facts(found),
        "facts": tables.facts(found),
        "kinds": tables.kinds(found, counts, kind),
        "page": page,
        "items": [tables.item(line) for line in page],
        "tasks": queries.tasks(found),
        "documents": found.documents.select_related("by"),
        "today": timezone.localdate(),
    }


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def new(request: HttpRequest) -> HttpResponse:
    """Open a case no contact was logged for."""
    form = NewCaseForm(request.POST or None, user=request.user, instance=Case())
    if request.method == "POST" and form.is_valid():
        fresh = form.save(commit=False)
        fresh.area, fresh.adviser = form.cleaned_data["area"], request.user
        fresh.code = actions.free_code()
        token = form.cleaned_data["token"]
        made = actions.open_new(case=fresh, by=request.user, now=timezone.now(), form=token)
        hint(request, fresh.working_note)
        return redirect("advice:case", made.pk)
    return render(request, "advice/case_form.html", {"form": form, "case": None, "tabs": tabs("cases")})


@never_cache
@require_POST
@staff_page(WORK)
def from_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """One click: the contact becomes a case, with everything it tells."""
    contact = doors.contact(request.user, pk)
    made = actions.open_from_contact(contact=contact, by=request.user, now=timezone.now())
    return redirect("advice:case", made.pk)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a contact to a case that is there already."""
    contact = doors.contact(request.user, pk)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number = queries.number_of(form.cleaned_data["number"])
        try:
            target = doors.case(request.user, number or 0)
            actions.join(contact=contact, case=target, by=request.user, now=timezone.now())
        except Http404:
            form.add_error("number", _("There is no case with this number that you may see."))
        except Refusal as refusal:
            form.add_error("number", refusal.message)
        else:
            return redirect("advice:case", target.pk)
    context = {"contact": contact, "form": form, "cases": queries.joinable(contact, request.user)}
    return render(request, "advice/case_join.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of the case, and who asks."""
    found = doors.case(request.user, pk)
    form = CaseForm(request.POST or None, instance=found, initial={"place": found.place_id})
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.change(form=form, by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Saved."))
            hint(request, saved.working_note)
            return redirect("advice:case", saved.pk)
    return render(request, "advice/case_form.html", {"form": form, "case": doors.case(request.user, pk)})


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """The next step; `?nach=` shows what it takes."""
    found = doors.case(request.user, pk)
    to = request.POST.get("to") or request.GET.get("nach") or ""
    step = rules.BY_ENDS.get((found.state, to))  # type: ignore[call-overload]  # a state is its text
    if step is None or step.by_house:
        return refuse_step(request, found, to)
    if step.target == CaseState.BEGUN and found.plan is None:
        return begin(request, found)
    initial = {"to": to, "version": found.version, "results": found.results}
    form = MoveForm(request.POST or None, move=step, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        found.version = given["version"]
        words = {"reason": given["reason"], "results": given.get("results")}
        try:
            life.move(case=found, to=to, by=request.user, now=timezone.now(), **words)
        except Refusal as refusal:
            form.add_error("results" if refusal.code == "results" else None, refusal.message)
            form.data = {**form.data.dict(), "version": Case.objects.get(pk=pk).version}
        else:
            messages.success(request, _("Done: the case is “%(state)s”.") % {"state": found.get_state_display()})
            hint(request, given["reason"])
            return redirect("advice:case", pk)
    context = {"case": found, "form": form, "label": tables.STEPS[step.target]}
    return render(request, "advice/case_move.html", context)


def begin(request: HttpRequest, found: Case) -> HttpResponse:
    """An accompaniment begins: the case makes a plan."""
    initial = {"version": found.version, "place": found.place_id}
    form = BeginForm(request.POST if "title" in request.POST else None, initial=initial)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        found.version = given["version"]
        what = {"title": given["title"], "place": given["place"]}
        try:
            plan = beginning.begin(case=found, by=request.user, now=timezone.now(), **what)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            form.data = {**form.data.dict(), "version": Case.objects.get(pk=found.pk).version}
        else:
            messages.success(request, _("The plan has begun. The case knows it; the plan knows nothing of the case."))
            return redirect(plan.desk_url())
    context = {"case": found, "form": form, "label": tables.STEPS[CaseState.BEGUN]}
    return render(request, "advice/case_move.html", context)


def refuse_step(request: HttpRequest, found: Case, to: str) -> HttpResponse:
    """A step that is not in the table from here: somebody was faster, or the address was typed."""
    if to not in rules.S.values:
        raise Http404
    messages.error(request, life.NotNow(found, to).message)
    return redirect("advice:case", found.pk)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def count_only(request: HttpRequest, pk: int) -> HttpResponse:
    """Only count it: the contacts stay, everything that tells of somebody goes. Asks first."""
    found = doors.case(request.user, pk)
    if request.method == "POST":
        anonymising.anonymise(case=found, by=request.user, now=timezone.now())
        messages.success(request, _("Anonymised. The contacts count as before."))
        return redirect("advice:cases")
    return render(request, "advice/case_count_only.html", {"case": found})
