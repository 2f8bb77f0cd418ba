"""Old lists at the desk: send one in, look at each row, take it over or throw it away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core import spreadsheet
from deele.core.errors import Refusal
from deele.newsletter import tasks
from deele.newsletter.actions import imports as actions
from deele.newsletter.doors import subscribers as doors
from deele.newsletter.enums import TAKEN, ListState, Verdict
from deele.newsletter.forms.subscribers import ListForm
from deele.newsletter.queries import subscribers as queries
from deele.newsletter.readers.lists import HEADINGS
from deele.newsletter.tables import subscribers as tables

PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]
SAMPLE = ("vorname.name@example.org", "Abonnentin Muster", "", "03.05.2021", "Formular auf Papier", "Ja, ich möchte …")


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.SUBSCRIBER_WORK)
def list_imports(request: HttpRequest) -> HttpResponse:
    """All lists so far, and the form for a new one."""
    form = ListForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            file = form.cleaned_data["file"]
            batch = actions.take_in(file=file, name=file.name, by=request.user, area=form.cleaned_data["area"])
            return redirect(batch)
        except Refusal as refusal:
            form.add_error("file", refusal.message)
    page = Paginator(queries.imports_for(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "newsletter/desk/list_imports.html", {"form": form, "page": page})


@require_safe
@staff_page(Permission.SUBSCRIBER_WORK)
def sample(request: HttpRequest) -> HttpResponse:
    """An empty table with the right headings."""
    content = b"".join(spreadsheet.write_csv(HEADINGS, [SAMPLE], german_excel=True))
    headers = {"Content-Disposition": 'attachment; filename="muster-abonnements.csv"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


@never_cache
@require_safe
@staff_page(Permission.SUBSCRIBER_WORK)
def list_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """What may be done with each row, or what became of it."""
    batch = doors.list_import(request.user, pk)
    chosen = request.GET.get("urteil", "")
    rows = batch.rows.filter(verdict=chosen) if chosen in Verdict.values else batch.rows.all()
    context = {
        "batch": batch,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "tabs": tables.verdict_tabs(batch, chosen),
        "ready": batch.rows.filter(verdict__in=TAKEN).count(),
        "is_open": batch.state == ListState.CHECKED,
    }
    answer = render(request, "newsletter/desk/list_rows.html", context)
    if batch.state == ListState.WAITING:
        answer.headers["Refresh"] = "3"
    return answer


@require_POST
@staff_page(Permission.SUBSCRIBER_WORK)
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Subscribe everybody whose row may be taken over."""
    batch = doors.list_import(request.user, pk)
    try:
        tasks.take_over_soon(batch, request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(batch)


@require_POST
@staff_page(Permission.SUBSCRIBER_WORK)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a list away."""
    try:
        actions.drop(batch=doors.list_import(request.user, pk))
        messages.success(request, _("The list was thrown away. Nobody of it was subscribed."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("newsletter:desk-imports")
