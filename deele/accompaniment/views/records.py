"""Taking a plan along, making it an entry, and how long plans take."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.accompaniment import doors, enums
from deele.accompaniment.actions import entering, records
from deele.accompaniment.forms.example import ExampleForm
from deele.accompaniment.models import Plan
from deele.accompaniment.queries import durations as queries
from deele.accompaniment.views.plans import GET_POST, WORK, done, shown
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.text import slug


@never_cache
@require_safe
@staff_page(WORK)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The hand-over sheet as PDF."""
    found = doors.plan(request.user, pk)
    body = records.sheet(plan=found, by=request.user, now=timezone.now())
    name = f'attachment; filename="{slug(found.title)}.pdf"'
    return HttpResponse(body, content_type="application/pdf", headers={"Content-Disposition": name})


@never_cache
@require_safe
@staff_page(WORK)
def export(request: HttpRequest, pk: int) -> Any:
    """The whole record, packed."""
    found = doors.plan(request.user, pk)
    packed = records.export(plan=found, by=request.user, now=timezone.now())
    return FileResponse(packed, as_attachment=True, filename=f"{found.number}-{slug(found.title)}.zip")


@require_POST
@staff_page(WORK)
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """People move in: the plan becomes an entry."""
    found = doors.plan(request.user, pk)
    try:
        entering.enter(plan=found, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The draft of the entry is there, and the draft of a good example."))
    return redirect(found.desk_url())


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def example(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft of the good example: better its words, release it."""
    found = doors.plan(request.user, pk)
    row = getattr(found, "example", None)
    if row is None:
        raise Http404
    user: Any = request.user
    form = ExampleForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, found, _("Saved."), lambda: audit.save_form(
            form, by=user, event=enums.CHANGED, now=timezone.now()
        ))  # fmt: skip
        if answer is not None:
            return answer
    return shown(request, found, form, _("Draft of a good example"))


@never_cache
@require_safe
@staff_page(WORK)
def durations(request: HttpRequest) -> HttpResponse:
    """How long plans take: of all the office knows, since a curve of one area would be too small to say anything."""
    curves = queries.curves(Plan.objects.all(), timezone.localdate())
    return render(request, "accompaniment/desk/durations.html", {"curves": curves})
