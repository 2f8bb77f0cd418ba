"""The import at the desk: send a table in, map its columns, look, take over, take back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.directory import doors, tasks
from deele.directory.actions import imports as actions
from deele.directory.forms.imports import ColumnsForm, FileForm, RowForm
from deele.directory.models.imports import BatchState, Decision
from deele.directory.queries import imports as queries

PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]
REFRESH = "3"  # seconds until the page of a running job asks again


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.ENTRY_IMPORT)
def import_list(request: HttpRequest) -> HttpResponse:
    """All imports, and the form for a new one."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            batch = actions.take_in(by=request.user, name=form.cleaned_data["file"].name, **form.cleaned_data)
            return redirect("directory:import-columns", batch.pk)
        except Refusal as refusal:
            form.add_error("file", refusal.message)
    page = Paginator(queries.batches_for(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/desk/import_list.html", {"form": form, "page": page})


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.ENTRY_IMPORT)
def import_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column means what; then the table is checked."""
    batch = doors.import_batch(request.user, pk)
    form = ColumnsForm(request.POST or None, batch=batch)
    if request.method == "POST" and form.is_valid():
        try:
            actions.remap(batch=batch, mapping=form.mapping(), defaults=form.defaults(), by=request.user)
            tasks.check_soon(batch, request.user)
            return redirect(batch.get_absolute_url())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    context = {"batch": batch, "form": form, "steps": queries.steps(batch)}
    return render(request, "directory/desk/import_columns.html", context)


@never_cache
@require_safe
@staff_page(Permission.ENTRY_IMPORT)
def import_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """What every row means, and what became of it."""
    batch = doors.import_batch(request.user, pk)
    if batch.waiting_for:
        context = {"batch": batch, "done": actions.progress(batch)}
        answer = render(request, "directory/desk/import_wait.html", context)
        answer.headers["Refresh"] = REFRESH
        return answer
    if batch.state == BatchState.UPLOADED:
        return redirect("directory:import-columns", batch.pk)
    view = queries.batch_page(batch, request.GET.get("urteil", ""))
    page = Paginator(view.rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/desk/import_rows.html", {"batch": batch, "view": view, "page": page})


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.ENTRY_IMPORT)
def import_row(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One row beside what it resembles: same, different, where, or leave out."""
    row = doors.import_row(request.user, pk, number)
    form = RowForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            decision = request.POST.get("decision", "")
            decision = decision if decision in Decision.values else ""
            actions.settle(row=row, by=request.user, now=timezone.now(), decision=decision, place=form.place())
            messages.success(request, _("Your decision was kept."))
            return redirect(queries.next_row_url(row))
        except Refusal as refusal:
            messages.error(request, refusal.message)
    context = {"row": row, "form": form, "pairs": queries.beside(row)}
    return render(request, "directory/desk/import_row.html", context)


@require_POST
@staff_page(Permission.ENTRY_IMPORT)
def import_take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over all rows that need no further question."""
    batch = doors.import_batch(request.user, pk)
    try:
        tasks.take_over_soon(batch, request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(batch.get_absolute_url())


@require_POST
@staff_page(Permission.ENTRY_IMPORT)
def import_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the whole import."""
    batch = doors.import_batch(request.user, pk)
    try:
        done = actions.take_back(batch=batch, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(batch.get_absolute_url())
    words = {"removed": done.removed, "restored": done.restored}
    messages.success(request, _("Taken back: %(removed)s entries removed, %(restored)s restored.") % words)
    if done.kept:
        text = ngettext(
            "One entry was edited since and stays: %(titles)s.",
            "%(number)s entries were edited since and stay: %(titles)s.",
            len(done.kept),
        )
        messages.warning(request, text % {"number": len(done.kept), "titles": ", ".join(done.kept[:20])})
    return redirect(batch.get_absolute_url())


@require_POST
@staff_page(Permission.ENTRY_IMPORT)
def import_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw an import away that was not taken over."""
    batch = doors.import_batch(request.user, pk)
    try:
        actions.drop(batch=batch, by=request.user)
        messages.success(request, _("The table was thrown away. Nothing of it was taken over."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(batch.get_absolute_url())
    return redirect("directory:imports")
