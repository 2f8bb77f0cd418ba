"""Documents of an event at the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.events import doors
from deele.events.actions import documents as actions
from deele.events.forms.documents import DocumentForm, ReleaseForm
from deele.events.queries import desk_nav


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.EVENT_EDIT)
def documents(request: HttpRequest, pk: int) -> HttpResponse:
    """All documents, and the form for one more."""
    event = doors.desk_event(request.user, pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["upload"]
        try:
            actions.add(event=event, file=file, words=form.words(), by=request.user, now=timezone.now())
        except Refusal as problem:
            form.add_error(None, problem.message)
        else:
            messages.success(request, _("The document is there."))
            return redirect("events:desk-documents", pk)
    nav = desk_nav.nav(request.user, event, "desk-documents")
    context = {"event": event, "form": form, "documents": event.documents.all(), "nav": nav}
    return render(request, "events/desk/documents.html", context)


@require_POST
@staff_page(Permission.EVENT_EDIT)
def release(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    """Show it to everybody, or no longer."""
    event = doors.desk_event(request.user, pk)
    document = get_object_or_404(event.documents.select_related("event"), pk=document_pk)
    form = ReleaseForm(request.POST)
    if form.is_valid():
        try:
            actions.release(document=document, by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(
                request, _("Everybody sees it now.") if document.released else _("Only the office sees it.")
            )
        except Refusal as problem:
            messages.error(request, problem.message)
    return redirect("events:desk-documents", pk)


@require_POST
@staff_page(Permission.EVENT_EDIT)
def remove(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    """Take it out."""
    event = doors.desk_event(request.user, pk)
    document = get_object_or_404(event.documents.select_related("event"), pk=document_pk)
    actions.remove(document=document, by=request.user, now=timezone.now())
    messages.success(request, _("The document is gone."))
    return redirect("events:desk-documents", pk)
