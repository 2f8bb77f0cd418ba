"""Joint actions at the desk: list, one action on one screen, its parts, its moves, its evaluation."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.jointactions import doors
from deele.jointactions.actions import documentation, parts, planning
from deele.jointactions.enums import Goal, State
from deele.jointactions.forms.acting import ActionForm, EvaluationForm, MoveForm
from deele.jointactions.forms.parts import PARTS, Part
from deele.jointactions.models import JointAction, Material
from deele.jointactions.queries import desk as queries
from deele.jointactions.views.public import sent

WORK = Permission.ALLIANCE_WORK
PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def action_list(request: HttpRequest) -> HttpResponse:
    """All actions; every filter is part of the address."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q", "ziel")}
    rows = queries.found(tab=asked["tab"], q=asked["q"], goal=asked["ziel"])
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")), "asked": asked, "goals": Goal.choices,
        "tabs": queries.tabs(asked["tab"]), "to_review": queries.to_review(),
    }  # fmt: skip
    return render(request, "jointactions/desk/list.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """One action on one screen."""
    found = doors.desk_action(request.user, pk)
    context = {"action": found, "parts": PARTS.values(), **queries.action_page(found)}
    return render(request, "jointactions/desk/action.html", context)


def saved(request: HttpRequest, form: Any, act: Callable[[], object], words: str) -> bool:
    """Do it and say so, or put the refusal on the form."""
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(request, words)
    return True


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def new(request: HttpRequest) -> HttpResponse:
    """Write a new action. Sent twice it is one."""
    form = ActionForm(request.POST or None, instance=JointAction(caretaker=request.user))  # type: ignore[misc]
    token = request.POST.get("token", "")[:64] or get_random_string(32)
    if request.method == "POST" and form.is_valid():
        made = planning.save(form=form, by=request.user, now=timezone.now(), token=token)
        messages.success(request, _("Saved. Next: partners, stops, a call."))
        return redirect(made.desk_url())
    return render(request, "jointactions/desk/edit.html", {"form": form, "token": token})


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an action. A second writer sees the conflict."""
    with transaction.atomic():
        found = doors.desk_action(request.user, pk)
        form = ActionForm(request.POST or None, instance=doors.desk_action(request.user, pk))
        if request.method == "POST" and form.is_valid():
            act = partial(planning.save, form=form, by=request.user, now=timezone.now())
            if saved(request, form, act, _("Saved.")):
                return redirect(found.desk_url())
    status = 409 if form.conflict else 200
    return render(request, "jointactions/desk/edit.html", {"form": form, "action": found}, status=status)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def evaluate(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions at the end."""
    with transaction.atomic():
        found = doors.desk_action(request.user, pk)
        form = EvaluationForm(request.POST or None, instance=doors.desk_action(request.user, pk))
        if request.method == "POST" and form.is_valid():
            act = partial(planning.evaluate, form=form, by=request.user, now=timezone.now())
            if saved(request, form, act, _("Saved.")):
                return redirect(found.desk_url())
    status = 409 if form.conflict else 200
    context = {"form": form, "action": found, "title": _("Evaluation")}
    return render(request, "jointactions/desk/form.html", context, status=status)


@require_POST
@staff_page(WORK)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One move of the table."""
    found = doors.desk_action(request.user, pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            planning.move(action=found, to=told["to"], reason=told["reason"], by=request.user, now=timezone.now())
            messages.success(request, _("The action is now: %(state)s.") % {"state": State(told["to"]).label})
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(WORK)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it to everybody, or no more."""
    found = doors.desk_action(request.user, pk)
    public = request.POST.get("public") == "1"
    try:
        planning.release(action=found, public=public, by=request.user, now=timezone.now())
        messages.success(request, _("Everybody sees it now.") if public else _("It is no longer public."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.desk_url())


def part_of(word: str) -> Part:
    """What the word of the address means. 404 for unknown ones."""
    if word not in PARTS:
        raise Http404
    return PARTS[word]


def writer(kind: Part) -> Any:
    """What writes and takes out parts of this kind: documentation has files."""
    return documentation if kind.model is Material else parts


@never_cache
@require_safe
@staff_page(WORK)
def document(request: HttpRequest, pk: int, size: str) -> FileResponse:
    """A file of the documentation, before everybody may fetch it."""
    return sent(doors.desk_document(request.user, pk), size)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def part_new(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Add a part."""
    found, kind = doors.desk_action(request.user, pk), part_of(word)
    form = kind.form(request.POST or None, request.FILES or None, action=found)
    if request.method == "POST" and form.is_valid():
        act = partial(writer(kind).save, form=form, by=request.user, now=timezone.now())
        if saved(request, form, act, _("Saved.")):
            return redirect(found.desk_url())
    context = {"form": form, "action": found, "title": kind.add}
    return render(request, "jointactions/desk/form.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def part(request: HttpRequest, pk: int, word: str, part_pk: int) -> HttpResponse:
    """Change a part. A second writer sees the conflict."""
    kind = part_of(word)
    with transaction.atomic():
        found = doors.desk_action(request.user, pk)
        row = doors.desk_part(request.user, found, kind.model, part_pk)
        form = kind.form(request.POST or None, request.FILES or None, instance=row, action=found)
        if request.method == "POST" and form.is_valid():
            act = partial(writer(kind).save, form=form, by=request.user, now=timezone.now())
            if saved(request, form, act, _("Saved.")):
                return redirect(found.desk_url())
    context = {"form": form, "action": found, "title": kind.title, "word": word, "part_pk": part_pk}
    return render(request, "jointactions/desk/form.html", context, status=409 if form.conflict else 200)


@require_POST
@staff_page(WORK)
def part_remove(request: HttpRequest, pk: int, word: str, part_pk: int) -> HttpResponse:
    """Take a part out."""
    found = doors.desk_action(request.user, pk)
    kind = part_of(word)
    row = doors.desk_part(request.user, found, kind.model, part_pk)
    try:
        writer(kind).remove(row=row, by=request.user, now=timezone.now())
        messages.success(request, _("Taken out."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.desk_url())
