"""What belongs to a plan: phases, milestones, contacts, tasks, partners, decisions, files. One form, one pattern."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.accompaniment import doors
from deele.accompaniment.actions import files, parts, phases
from deele.accompaniment.forms.parts import PARTS, FileForm, Part
from deele.accompaniment.forms.plans import CorrectForm, PhaseForm
from deele.accompaniment.kinds import FileTold
from deele.accompaniment.models import PhaseChange
from deele.accompaniment.queries import pages
from deele.accompaniment.rules import phases as rules
from deele.accompaniment.views.plans import GET_POST, WORK, done, shown


@never_cache
@require_safe
@staff_page(WORK)
def milestones(request: HttpRequest, pk: int) -> HttpResponse:
    """What is to be reached, phase by phase."""
    found = doors.plan(request.user, pk)
    context = {"plan": found, "tabs": pages.tabs(found, "milestones"), "lists": pages.milestone_lists(found)}
    return render(request, "accompaniment/desk/milestones.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Contacts, tasks, decisions, files."""
    found = doors.plan(request.user, pk)
    context = {
        "plan": found,
        "tabs": pages.tabs(found, "work"),
        "contacts": found.contacts.select_related("by")[:100],
        "tasks": found.tasks.select_related("assignee"),
        "decisions": found.decisions.all(),
        "files": found.files.select_related("milestone", "by"),
    }
    return render(request, "accompaniment/desk/work.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Every line of the history, also those that were corrected."""
    return render(request, "accompaniment/desk/history.html", pages.history(doors.plan(request.user, pk)))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def phase(request: HttpRequest, pk: int) -> HttpResponse:
    """A phase has begun, or began some time ago."""
    found = doors.plan(request.user, pk)
    form = PhaseForm(request.POST or None, initial={"phase": following(found.phase), "since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, found, _("Written down."), lambda: phases.enter(
            plan=found, told=form.told(), by=request.user, now=timezone.now()
        ))  # fmt: skip
        if answer is not None:
            return answer
    gate = rules.GATES.get(found.phase)  # type: ignore[call-overload]
    return shown(request, found, form, _("A phase has begun"), "accompaniment/desk/phase.html", gate=gate)


def following(phase_key: str) -> str:
    """The phase that usually comes next."""
    return rules.MAIN_PHASES[min(rules.number(phase_key) + 1, len(rules.MAIN_PHASES) - 1)].value


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def line_correct(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """Put a line of the history right; both stay to be read."""
    line = doors.line(request.user, pk, line_pk)
    initial = {"phase": line.phase, "side": line.side, "since": line.entered}
    form = CorrectForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        act = correction(line, form, request)
        to = reverse("accompaniment:history", args=[pk])
        answer = done(request, form, line.plan, _("Corrected. The old line stays to be read."), act, to)
        if answer is not None:
            return answer
    return shown(request, line.plan, form, _("Correct the line"), line=line)


def correction(line: PhaseChange, form: CorrectForm, request: HttpRequest) -> Callable[[], PhaseChange]:
    """Put right, or taken back: as the form says."""
    told, by, now = form.told(), request.user, timezone.now()
    if form.cleaned_data["never"]:
        return lambda: phases.take_back(line=line, reason=told.reason, by=by, now=now)
    return lambda: phases.correct(line=line, told=told, by=by, now=now)


def part_of(word: str) -> Part:
    """What the word of the address means. 404 for unknown ones."""
    if word not in PARTS:
        raise Http404
    return PARTS[word]


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def part_form(request: HttpRequest, pk: int, word: str, part_pk: int = 0) -> HttpResponse:
    """Write one part down, or change it."""
    part, found = part_of(word), doors.plan(request.user, pk)
    row = doors.part(request.user, pk, part.related, part_pk) if part_pk else None
    form = part.form(request.POST or None, instance=row, plan=found)
    back = reverse(f"accompaniment:{part.tab}", args=[pk])
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, found, _("Saved."), lambda: parts.save(
            form=form, plan=found, by=request.user, now=timezone.now()
        ), back)  # fmt: skip
        if answer is not None:
            return answer
    heading = str(part.change if part_pk else part.new)
    return shown(request, found, form, heading, back=back, word=word, part_pk=part_pk)


@require_POST
@staff_page(WORK)
def part_remove(request: HttpRequest, pk: int, word: str, part_pk: int) -> HttpResponse:
    """Take a part out."""
    part = part_of(word)
    row = doors.part(request.user, pk, part.related, part_pk)
    parts.remove(row=row, by=request.user, now=timezone.now())
    messages.success(request, _("Taken out."))
    return redirect(f"accompaniment:{part.tab}", pk)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def file_add(request: HttpRequest, pk: int) -> HttpResponse:
    """A file for the plan."""
    found = doors.plan(request.user, pk)
    form = FileForm(request.POST or None, request.FILES or None, plan=found)
    back = reverse("accompaniment:work", args=[pk])
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = form.cleaned_data
        told = FileTold(given["upload"].name, given["shared"], given["milestone"], token=given["token"] or None)
        answer = done(request, form, found, _("The file is there."), lambda: files.add(
            plan=found, file=given["upload"], told=told, by=request.user, now=timezone.now()
        ), back)  # fmt: skip
        if answer is not None:
            return answer
    return shown(request, found, form, _("Add a file"), back=back)


@never_cache
@require_safe
@staff_page(WORK)
def file_get(request: HttpRequest, pk: int, part_pk: int) -> Any:
    """The file itself, always as a download."""
    kept = doors.part(request.user, pk, "files", part_pk)
    return FileResponse(kept.file.open(), as_attachment=True, filename=kept.name)


@require_POST
@staff_page(WORK)
def file_remove(request: HttpRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a file out."""
    files.remove(file=doors.part(request.user, pk, "files", part_pk), by=request.user, now=timezone.now())
    messages.success(request, _("The file is gone."))
    return redirect("accompaniment:work", pk)
