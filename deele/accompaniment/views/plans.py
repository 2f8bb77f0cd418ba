"""Plans at the desk: the list, a new one, one of them, its facts, the next step."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.accompaniment import doors
from deele.accompaniment.actions import plans as actions
from deele.accompaniment.enums import PlanState
from deele.accompaniment.forms.lists import FilterForm
from deele.accompaniment.forms.plans import HandOverForm, MoveForm, NewPlanForm, PlanForm
from deele.accompaniment.models import Plan
from deele.accompaniment.queries import pages, plans, subjects
from deele.accompaniment.queries.timeline import timeline
from deele.core.errors import Refusal
from deele.core.paging import page_number
from deele.likeness.actions import overlaps

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]
PER_PAGE = 50


@never_cache
@require_safe
@staff_page(WORK)
def plan_list(request: HttpRequest) -> HttpResponse:
    """The plans of one's areas of work; tabs and filters are addresses."""
    today, tab = timezone.localdate(), request.GET.get("tab", "")
    tab = tab if tab in plans.TABS else ""
    form = FilterForm(request.GET, user=request.user)
    asked = form.asked()
    paginator = Paginator(plans.found(request.user, tab, asked, today), PER_PAGE)
    page = paginator.page(page_number(request.GET.get("seite"), paginator.num_pages))
    context = {
        "tabs": plans.tabs(request.user, tab, today),
        "tab": tab,
        "form": form,
        "chosen": len(asked),
        "page": page,
        "total": paginator.count,
        "rows": [plans.Row(one, plans.why(one, today)) for one in page.object_list],
    }
    return render(request, "accompaniment/desk/list.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def plan_new(request: HttpRequest) -> HttpResponse:
    """A plan begins."""
    form = NewPlanForm(request.POST or None, instance=Plan(), user=request.user)
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["token"]
        filled = form.save(commit=False)
        filled.place = form.cleaned_data["place"]
        try:
            made = actions.begin(plan=filled, told=form.told(), by=request.user, now=timezone.now(), token=token)
        except Refusal as refusal:
            form.add_error("reason" if refusal.code == "reason" else None, refusal.message)
        else:
            messages.success(request, _("The plan is there. The milestones of all phases wait in it already."))
            return redirect(made.desk_url())
    return render(request, "accompaniment/desk/new.html", {"form": form})


@never_cache
@require_safe
@staff_page(WORK)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan at a glance."""
    found, today = doors.plan(request.user, pk), timezone.localdate()
    context = {**pages.overview(found, today), "timeline": timeline(found, today), "ref": subjects.ref(found)}
    return render(request, "accompaniment/desk/plan.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def plan_change(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of it."""
    found = doors.plan(request.user, pk)
    form = PlanForm(request.POST or None, instance=found, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.instance.place = form.cleaned_data["place"]
        return done(request, form, found, _("Saved."), lambda: actions.change(
            form=form, by=request.user, now=timezone.now()
        )) or shown(request, found, form, _("Change the plan"), "accompaniment/desk/change.html")  # fmt: skip
    return shown(request, found, form, _("Change the plan"), "accompaniment/desk/change.html")


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def plan_move(request: HttpRequest, pk: int) -> HttpResponse:
    """The next step of the accompaniment."""
    found = doors.plan(request.user, pk)
    form = MoveForm(request.POST or None, instance=doors.plan(request.user, pk))
    if request.method == "POST" and form.is_valid():
        found.version = form.cleaned_data["version"] or 0
        answer = done(request, form, found, _("Moved on."), lambda: move_on(request, found, form))
        if answer is not None:
            return answer
    return shown(request, found, form, _("Next step of the accompaniment"))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def plan_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """To a colleague, with the sheet to take along."""
    found = doors.plan(request.user, pk)
    form = HandOverForm(request.POST or None, plan=found)
    if request.method == "POST" and form.is_valid():
        found.version, given = form.cleaned_data["version"], form.cleaned_data
        words = _("Handed over, with the open tasks. The sheet for your colleague is on the overview.")
        answer = done(request, form, found, words, lambda: actions.hand_over(
            plan=found, to=given["to"], deputy=given["deputy"], by=request.user, now=timezone.now()
        ))  # fmt: skip
        if answer is not None:
            return answer
    return shown(request, found, form, _("Hand over to a colleague"))


def move_on(request: HttpRequest, found: Plan, form: MoveForm) -> None:
    """One step of the accompaniment; what resembles the plan is decided before anything is agreed."""
    to, now = form.cleaned_data["state"], timezone.now()
    if to == PlanState.AGREED:
        overlaps.ask_first(ref=subjects.ref(found), by=request.user, now=now)
    actions.move(plan=found, state=to, by=request.user, now=now, **form.ending())


def done(request: HttpRequest, form: Any, found: Plan, said: str, act: Any, to: str = "") -> HttpResponse | None:
    """Do it and lead back to the plan; None with the reason on the form where it was refused."""
    try:
        act()
    except Refusal as refusal:
        field = {"reason": "reason" if "reason" in form.fields else "stopped_for"}.get(refusal.code)
        form.add_error(field if field in form.fields else None, refusal.message)
        return None
    messages.success(request, said)
    return redirect(to or found.desk_url())


def shown(
    request: HttpRequest, found: Plan, form: Any, heading: str, template: str = "accompaniment/desk/form.html",
    **more: Any,
) -> HttpResponse:  # fmt: skip
    """The page of a form about this plan."""
    return render(request, template, {"plan": found, "form": form, "heading": heading, **more})
