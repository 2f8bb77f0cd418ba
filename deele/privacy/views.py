"""Privacy at the desk: what is overdue, what we hold about a person, export, erasure.

The address of a person travels in the body of a form, never in an address line or a server log.
"""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.privacy import kinds
from deele.privacy.actions import erasure, export, retention
from deele.privacy.forms import ErasureForm, PersonForm
from deele.privacy.models import Erasure, RetentionRun
from deele.privacy.queries import rows

RUNS_SHOWN = 5


@staff_page(Permission.PRIVACY_ACT)
def dashboard(request: HttpRequest) -> HttpResponse:
    """What has outlived its term, the last runs, and the way to a person."""
    context = {
        "overdue": rows.overdue(timezone.now()),
        "runs": RetentionRun.objects.select_related("by")[:RUNS_SHOWN],
        "receipts": Erasure.objects.select_related("by")[:RUNS_SHOWN],
        "form": PersonForm(),
    }
    return render(request, "privacy/desk/dashboard.html", context)


@staff_page(Permission.PRIVACY_ACT)
@require_POST
def retention_run(request: HttpRequest) -> HttpResponse:
    """A dry run, or the real one."""
    dry = request.POST.get("dry") != "no"
    run = retention.run_retention(now=timezone.now(), dry=dry, by=request.user)
    return redirect("privacy:run-detail", run.pk)


@staff_page(Permission.PRIVACY_ACT)
def run_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What a run ended, or would end."""
    run = get_object_or_404(RetentionRun, pk=pk)
    return render(request, "privacy/desk/run_detail.html", {"run": run, "counts": in_words(run.counts)})


@staff_page(Permission.PRIVACY_ACT)
def person(request: HttpRequest) -> HttpResponse:
    """What we hold about a person. Logged."""
    form = PersonForm(request.POST or None)
    holdings = None
    if request.method == "POST" and form.is_valid():
        try:
            holdings = export.look_up(email=form.cleaned_data["email"], now=timezone.now(), by=request.user)
        except Refusal as refusal:
            form.add_error("email", refusal.message)
    return render(request, "privacy/desk/person.html", {"form": form, "holdings": holdings})


@staff_page(Permission.PRIVACY_ACT)
@require_POST
def person_export(request: HttpRequest) -> HttpResponse:
    """The person's data as a file. Logged."""
    form = PersonForm(request.POST)
    if not form.is_valid():
        return render(request, "privacy/desk/person.html", {"form": form, "holdings": None})
    data = export.export_person(email=form.cleaned_data["email"], now=timezone.now(), by=request.user)
    answer = HttpResponse(json.dumps(data, ensure_ascii=False, indent=2), content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="auskunft.json"'
    answer["Cache-Control"] = "no-store"
    return answer


@staff_page(Permission.PRIVACY_ACT)
@require_POST
def person_erase(request: HttpRequest) -> HttpResponse:
    """Ask, then erase. The first request shows what would go; the second carries the tick."""
    form = ErasureForm(request.POST if "confirmed" in request.POST else None, initial=request.POST.dict())
    if form.is_valid():
        try:
            email = form.cleaned_data["email"]
            receipt = erasure.erase_person(email=email, now=timezone.now(), by=request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The data was erased. This is the receipt."))
            return redirect("privacy:receipt-detail", receipt.pk)
    return render(request, "privacy/desk/person_erase.html", {"form": form, "email": request.POST.get("email", "")})


@staff_page(Permission.PRIVACY_ACT)
def receipt_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt of an erasure, made for printing."""
    receipt = get_object_or_404(Erasure.objects.select_related("by"), pk=pk)
    context = {"receipt": receipt, "counts": in_words(receipt.counts)}
    return render(request, "privacy/desk/receipt_detail.html", context)


def in_words(counts: dict[str, int]) -> list[dict[str, Any]]:
    """The counts with the titles of the register; a model that is gone keeps its key."""
    known = kinds.register_of
    return [
        {"label": known.get(key).title if key in known else key, "value": number}
        for key, number in sorted(counts.items())
    ]
