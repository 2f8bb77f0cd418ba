"""What hangs on a case: notes, tasks, documents, referrals."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.advice import doors
from deele.advice.actions import case_documents, referrals, tasks, timeline
from deele.advice.forms.cases import DocumentForm, NoteForm, TaskForm
from deele.advice.forms.referrals import ReferralForm
from deele.advice.queries.offices import near
from deele.advice.views.cases import GET_POST, WORK
from deele.advice.views.hints import hint
from deele.core.errors import Refusal


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a note on the timeline."""
    case = doors.case(request.user, pk)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            timeline.note(case=case, text=given["text"], by=request.user, now=timezone.now(), form=given["token"])
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Noted."))
            hint(request, given["text"])
            return redirect("advice:case", pk)
    return small(request, case, form, _("New note"), _("Keep the note"))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a task."""
    case = doors.case(request.user, pk)
    form = TaskForm(request.POST or None, case=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        what = {"title": given["title"], "due_on": given["due_on"], "assignee": given["assignee"]}
        try:
            tasks.add(case=case, by=request.user, now=timezone.now(), form=given["token"], **what)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            hint(request, given["title"])
            return redirect("advice:case", pk)
    return small(request, case, form, _("New task"), _("Set the task"))


@never_cache
@require_POST
@staff_page(WORK)
def task_done(request: HttpRequest, pk: int, task_pk: int) -> HttpResponse:
    """The task is done."""
    tasks.finish(task=doors.task(request.user, pk, task_pk), by=request.user, now=timezone.now())
    return redirect("advice:case", pk)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def document_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file to the case."""
    case = doors.case(request.user, pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file, token = form.cleaned_data["file"], form.cleaned_data["token"]
        try:
            case_documents.add(case=case, file=file, name=file.name, by=request.user, now=timezone.now(), form=token)
        except Refusal as refusal:
            form.add_error("file", refusal.message)
        else:
            return redirect("advice:case", pk)
    return small(request, case, form, _("New document"), _("Keep the file"))


@never_cache
@require_safe
@staff_page(WORK)
def document(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    """Hand the file out: always as a download, never shown inside the house."""
    found = doors.document(request.user, pk, document_pk)
    try:
        content = case_documents.read(document=found, by=request.user, now=timezone.now())
    except FileNotFoundError as error:
        raise Http404 from error
    headers = {
        "Content-Disposition": f'attachment; filename="{found.name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=found.media_type, headers=headers)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def document_remove(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    """Take a file out; asks first."""
    found = doors.document(request.user, pk, document_pk)
    if request.method == "POST":
        case_documents.remove(document=found, by=request.user, now=timezone.now())
        messages.success(request, _("The document was removed."))
        return redirect("advice:case", pk)
    return render(request, "advice/document_remove.html", {"case": found.case, "document": found})


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def referral(request: HttpRequest, pk: int) -> HttpResponse:
    """Refer the client to another office."""
    case = doors.case(request.user, pk)
    offices = near(case.place, request.GET.get("q", ""))
    form = ReferralForm(request.POST or None, near=offices)
    if request.method == "POST" and form.is_valid():
        made, token = form.save(commit=False), form.cleaned_data["token"]
        try:
            referrals.refer(case=case, referral=made, by=request.user, now=timezone.now(), form=token)
        except Refusal as refusal:
            form.add_error({"consent": "consent_on", "target": "target_name"}.get(refusal.code), refusal.message)
        else:
            messages.success(request, _("Kept. It counts as a referral."))
            hint(request, f"{made.target_name} {made.consent_scope}")
            return redirect("advice:case", pk)
    context = {"case": case, "form": form, "query": request.GET.get("q", ""), "offices": offices}
    return render(request, "advice/referral.html", context)


def small(request: HttpRequest, case: Any, form: Any, title: str, submit: str) -> HttpResponse:
    """The page of a small form, when it stands alone."""
    context = {"case": case, "form": form, "title": title, "submit": submit}
    return render(request, "advice/case_small.html", context)
