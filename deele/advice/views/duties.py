"""Who answers what, who is away, text blocks: what the office keeps so that enquiries find their person."""

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
from deele.advice.actions import duties as actions
from deele.advice.doors import enquiries as doors
from deele.advice.forms.inbox import AbsenceForm, BlockForm, ResponsibilityForm
from deele.advice.models import Absence, Responsibility, TextBlock
from deele.advice.queries import contacts
from deele.advice.queries import enquiries as queries
from deele.advice.queries.pages import tabs

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def duties(request: HttpRequest) -> HttpResponse:
    """All of it on one page."""
    rules = Responsibility.objects.filter(area__in=contacts.areas(request.user))
    context = {
        "tabs": tabs("duties"),
        "rules": rules.select_related("area", "place", "adviser", "deputy"),
        "absences": Absence.objects.filter(user=request.user, until__gte=timezone.localdate()),
        "blocks": queries.blocks(request.user),
    }
    return render(request, "advice/duties.html", context)


def edit(request: HttpRequest, form: Any, title: str, remove_name: str) -> HttpResponse:
    """One form on one page; saving leads back to the list."""
    if request.method == "POST" and form.is_valid():
        actions.save(form=form, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("advice:duties")
    context = {"form": form, "title": title, "row": form.instance, "remove_name": remove_name}
    return render(request, "advice/duty_form.html", context)


def gone(request: HttpRequest, row: Any) -> HttpResponse:
    """Take a row away."""
    actions.remove(row=row, by=request.user, now=timezone.now())
    messages.success(request, _("Removed."))
    return redirect("advice:duties")


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def responsibility(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Make or change a rule of who answers."""
    row = doors.responsibility(request.user, pk) if pk else Responsibility()
    form = ResponsibilityForm(request.POST or None, instance=row, user=request.user)
    return edit(request, form, _("Who answers"), "advice:responsibility-remove")


@never_cache
@require_POST
@staff_page(WORK)
def responsibility_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a rule away; enquiries keep their person."""
    return gone(request, doors.responsibility(request.user, pk))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def absence(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Enter when I am away, or change it."""
    row = doors.absence(request.user, pk) if pk else Absence(user=request.user)
    return edit(request, AbsenceForm(request.POST or None, instance=row), _("I am away"), "advice:absence-remove")


@never_cache
@require_POST
@staff_page(WORK)
def absence_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """I am here after all."""
    return gone(request, doors.absence(request.user, pk))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def block(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Make or change a text block."""
    row = doors.block(request.user, pk) if pk else TextBlock()
    form = BlockForm(request.POST or None, instance=row, user=request.user)
    return edit(request, form, _("Text block"), "advice:block-remove")


@never_cache
@require_POST
@staff_page(WORK)
def block_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a text block away; answers that used it stay."""
    return gone(request, doors.block(request.user, pk))
