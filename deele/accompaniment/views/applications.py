"""Applications of a plan for money at the desk."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.accompaniment import doors
from deele.accompaniment.actions import applications as actions
from deele.accompaniment.actions import money
from deele.accompaniment.forms.applications import BeginForm, CallForm, FactsForm, GoalForm, MoveForm, TakeBackForm
from deele.accompaniment.models import Application, FundsCall, SuccessGoal
from deele.accompaniment.queries import applications as queries
from deele.core.errors import Refusal

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]
PAGE = "accompaniment/money/application.html"


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """A new application of a plan."""
    plan = doors.plan(request.user, pk)
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = actions.begin(
            plan=plan, version=given["programme_version"], round=given["round"], begun_on=given["begun_on"],
            told_by=given["told_by"], by=request.user, now=timezone.now(), form=given["token"],
        )  # fmt: skip
        messages.success(request, _("Written down. The application keeps this version of the programme."))
        return redirect(made.desk_url())
    return render(request, "accompaniment/money/begin.html", {"plan": plan, "form": form})


@never_cache
@require_safe
@staff_page(WORK)
def application(request: HttpRequest, pk: int, application_pk: int) -> HttpResponse:
    """Where it stands, what is due, its steps, calls for money and goals."""
    return shown(request, doors.application(request.user, pk, application_pk))


def shown(request: HttpRequest, found: Application, move_form: Any = None, back_form: Any = None) -> HttpResponse:
    """The page of an application, with what was typed."""
    context = {
        "application": found,
        "plan": found.plan,
        "move_form": move_form or MoveForm(application=found),
        "back_form": back_form or TakeBackForm(application=found),
        **queries.page(found, timezone.localdate()),
    }
    return render(request, PAGE, context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def facts(request: HttpRequest, pk: int, application_pk: int) -> HttpResponse:
    """Days, sums, conditions, proofs."""
    found = doors.application(request.user, pk, application_pk)
    form = FactsForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.save_facts(form=form, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
        return redirect(found.desk_url())
    context = {"plan": found.plan, "application": found, "form": form, "title": _("Facts of the application")}
    return render(request, "accompaniment/money/part.html", context)


@require_POST
@staff_page(WORK)
def move(request: HttpRequest, pk: int, application_pk: int) -> HttpResponse:
    """Write down the next step."""
    found = doors.application(request.user, pk, application_pk)
    form = MoveForm(request.POST, application=found)
    if not form.is_valid():
        return shown(request, found, move_form=form)
    given = form.cleaned_data
    found.version = given["version"] or 0
    try:
        actions.move(
            application=found, to=given["to"], on=given["on"], told_by=given["told_by"],
            reason=given.get("reason", ""), granted_cents=given.get("granted_cents"), by=request.user,
            now=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        fresh = doors.application(request.user, pk, application_pk)
        return shown(request, fresh, move_form=form)
    messages.success(request, _("Written down."))
    return redirect(found.desk_url())


@require_POST
@staff_page(WORK)
def take_back(request: HttpRequest, pk: int, application_pk: int) -> HttpResponse:
    """The last step was a mistake of ours."""
    found = doors.application(request.user, pk, application_pk)
    form = TakeBackForm(request.POST, application=found)
    if not form.is_valid():
        return shown(request, found, back_form=form)
    found.version = form.cleaned_data["version"] or 0
    try:
        actions.take_back(application=found, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return shown(request, doors.application(request.user, pk, application_pk), back_form=form)
    messages.success(request, _("Taken back. Both lines stay in the steps."))
    return redirect(found.desk_url())


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def call(request: HttpRequest, pk: int, application_pk: int, call_pk: int = 0) -> HttpResponse:
    """A call for money: a new one, or one."""
    found = doors.application(request.user, pk, application_pk)
    row = doors.call(request.user, pk, application_pk, call_pk) if call_pk else FundsCall(application=found)
    form = CallForm(request.POST or None, instance=row)
    return part_page(request, found, form, _("Call for money"))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def goal(request: HttpRequest, pk: int, application_pk: int, goal_pk: int = 0) -> HttpResponse:
    """A goal of an application: a new one, or one."""
    found = doors.application(request.user, pk, application_pk)
    row = doors.goal(request.user, pk, application_pk, goal_pk) if goal_pk else SuccessGoal(application=found)
    form = GoalForm(request.POST or None, instance=row)
    return part_page(request, found, form, _("Goal"))


def part_page(request: HttpRequest, found: Application, form: Any, title: str) -> HttpResponse:
    """The one page for a row of an application; `remove` takes it away."""
    row = form.instance
    if request.method == "POST" and row.pk and request.POST.get("remove"):
        return part_removed(request, found, row)
    if request.method == "POST" and form.is_valid():
        money.save(form=form, by=request.user, now=timezone.now(), token=form.cleaned_data["token"])
        messages.success(request, _("Saved."))
        return redirect(found.desk_url())
    context = {"plan": found.plan, "application": found, "form": form, "title": title, "row": row}
    return render(request, "accompaniment/money/part.html", context)


def part_removed(request: HttpRequest, found: Application, row: Any) -> HttpResponse:
    """Take a row away that was a mistake."""
    try:
        money.remove(row=row, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Removed."))
    return redirect(found.desk_url())
