"""The money of a plan at the desk: the sheet, its rows, the answers on the legal form."""

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
from deele.accompaniment.actions import money as actions
from deele.accompaniment.forms.money import AnswersForm, SourceForm, UseForm
from deele.accompaniment.models import MoneySource, MoneyUse, Plan
from deele.accompaniment.queries import finance_page
from deele.core.errors import Refusal

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Sources against costs, the gap, what to remark on, the applications."""
    plan = doors.plan(request.user, pk)
    context = {
        "plan": plan,
        "page": finance_page.finance_page(plan, timezone.localdate()),
        "legal_form": finance_page.legal_form_of(plan),
        "answers_form": AnswersForm(),
    }
    return render(request, "accompaniment/money/sheet.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def source(request: HttpRequest, pk: int, source_pk: int = 0) -> HttpResponse:
    """A new source of money, or one."""
    plan = doors.plan(request.user, pk)
    found = doors.source(request.user, pk, source_pk) if source_pk else MoneySource(plan=plan)
    form = SourceForm(request.POST or None, instance=found)
    return row_page(request, plan, form, _("Source of money"), "accompaniment:money-source-remove")


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def use(request: HttpRequest, pk: int, use_pk: int = 0) -> HttpResponse:
    """A new cost, or one."""
    plan = doors.plan(request.user, pk)
    found = doors.use(request.user, pk, use_pk) if use_pk else MoneyUse(plan=plan)
    form = UseForm(request.POST or None, instance=found)
    return row_page(request, plan, form, _("Cost"), "accompaniment:money-use-remove")


def row_page(request: HttpRequest, plan: Plan, form: Any, title: str, remove_name: str) -> HttpResponse:
    """The one page for a row of the sheet."""
    if request.method == "POST" and form.is_valid():
        actions.save(form=form, by=request.user, now=timezone.now(), token=form.cleaned_data["token"])
        messages.success(request, _("Saved."))
        return redirect("accompaniment:money", plan.pk)
    context = {"plan": plan, "form": form, "title": title, "row": form.instance, "remove_name": remove_name}
    return render(request, "accompaniment/money/row.html", context)


@require_POST
@staff_page(WORK)
def source_remove(request: HttpRequest, pk: int, source_pk: int) -> HttpResponse:
    """Take a source away that was a mistake."""
    return removed(request, pk, doors.source(request.user, pk, source_pk))


@require_POST
@staff_page(WORK)
def use_remove(request: HttpRequest, pk: int, use_pk: int) -> HttpResponse:
    """Take a cost away that was a mistake."""
    return removed(request, pk, doors.use(request.user, pk, use_pk))


def removed(request: HttpRequest, pk: int, row: Any) -> HttpResponse:
    """Remove a row and say so."""
    try:
        actions.remove(row=row, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Removed."))
    return redirect("accompaniment:money", pk)


@require_POST
@staff_page(WORK)
def keep_answers(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the answers of the legal form finder with the plan."""
    plan = doors.plan(request.user, pk)
    form = AnswersForm(request.POST)
    try:
        answers = form.answers() if form.is_valid() else {}
        actions.keep_answers(plan=plan, answers=answers, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Kept with the plan."))
    return redirect("accompaniment:money", pk)
