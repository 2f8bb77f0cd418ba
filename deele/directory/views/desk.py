"""The directory at the desk: list, one entry on one screen, its moves and its history."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.freshness import Method
from deele.directory import doors, enums
from deele.directory.actions import entries as actions
from deele.directory.actions import life
from deele.directory.forms.details import DetailsForm
from deele.directory.forms.entry import DeskForm
from deele.directory.forms.review import ConfirmForm, LinkForm, MoveForm
from deele.directory.kinds.catalogue import by_block, kinds
from deele.directory.models import Entry
from deele.directory.queries import desk as queries
from deele.directory.queries import pages, review, subjects
from deele.likeness.actions import overlaps

PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@require_safe
@staff_page(Permission.ENTRY_EDIT)
def entry_list(request: HttpRequest) -> HttpResponse:
    """All entries this person works on; every filter is part of the address."""
    asked = {name: request.GET.get(name, "")[:100] for name in ("tab", "q", "art")}
    found = queries.entries_for(request.user, tab=asked["tab"] or "alle", text=asked["q"], kind=asked["art"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "asked": asked, "tabs": queries.tabs(request.user, asked["tab"]), "blocks": by_block()}
    return render(request, "directory/desk/list.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.ENTRY_EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """A new entry; what resembles it is shown before it is saved."""
    form = DeskForm(request.POST or None, initial={"kind": request.GET.get("kind", "")}).for_person(request.user)
    alike = []
    if request.method == "POST" and form.is_valid():
        alike = review.like_values(form.values(), form.address_rows())
        if not alike or request.POST.get("anyway"):
            entry = save_new(request, form)
            messages.success(request, _("Saved as a draft. Please add the details and publish it."))
            return redirect(entry.desk_url())
    return render(request, "directory/desk/new.html", {"form": form, "alike": alike})


def save_new(request: HttpRequest, form: DeskForm):
    """Make the draft."""
    return actions.create(
        values=form.values(),
        addresses=form.address_rows(),
        covers=form.cleaned_data["covers"],
        by=request.user,
        now=timezone.now(),
    )


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.ENTRY_EDIT)
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry on one screen. A second writer sees the conflict."""
    with transaction.atomic():
        found = doors.desk_entry(request.user, pk)
        form = DeskForm(request.POST or None, instance=doors.desk_entry(request.user, pk)).for_person(request.user)
        kind = kinds.get(form.data.get("kind")) if form.data.get("kind") in kinds else found.kind_of
        details = DetailsForm(kind, request.POST or None, details=found.details)
        if request.method == "POST" and form.is_valid() and details.is_valid():
            return save(request, found, form, details)
    if found.contact_email:
        audit.record(enums.CONTACT_SEEN, by=request.user, about=found)
    context = {
        "entry": found,
        "ref": subjects.ref(found),
        "form": form,
        "details": details,
        "review": review.review_of(found, request.user),
        "facts": pages.facts(found),
        "link_form": LinkForm(),
        "confirm_form": ConfirmForm(),
    }
    return render(request, "directory/desk/entry.html", context, status=409 if form.conflict else 200)


def save(request: HttpRequest, found, form: DeskForm, details: DetailsForm) -> HttpResponse:
    """Write the change."""
    actions.change(
        entry=found,
        values={**form.values(), "details": details.details},
        addresses=form.address_rows(),
        covers=form.cleaned_data["covers"],
        by=request.user,
        now=timezone.now(),
    )
    messages.success(request, _("Saved."))
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.ENTRY_EDIT)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, ask back, refuse, archive …: one move of the table."""
    found = doors.desk_entry(request.user, pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        try:
            data = form.cleaned_data
            ask_first(found, data["to"], request.user)
            life.move(entry=found, to=data["to"], by=request.user, now=timezone.now(), reason=data["reason"])
            messages.success(request, _("The entry is now: %(state)s.") % {"state": found.get_state_display()})
        except Refusal as problem:
            messages.error(request, problem.message)
    return redirect(found.desk_url())


def ask_first(found: Entry, to: str, user: Any) -> None:
    """What overlaps with it is decided before the office publishes it. Raises overlaps.Undecided."""
    if to == enums.State.PUBLISHED and not found.is_public:
        overlaps.ask_first(ref=subjects.ref(found), by=user, now=timezone.now())


@require_POST
@staff_page(Permission.ENTRY_EDIT)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """A confirmation by telephone, on a visit, or by the office."""
    found = doors.desk_entry(request.user, pk)
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            life.confirm(entry=found, by=request.user, now=timezone.now(), method=Method(form.cleaned_data["method"]))
            messages.success(request, _("Thank you. The facts now count as confirmed today."))
        except Refusal as problem:
            messages.error(request, problem.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.ENTRY_EDIT)
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the people behind the entry now."""
    found = doors.desk_entry(request.user, pk)
    try:
        life.ask_now(entry=found, by=request.user, now=timezone.now())
        messages.success(request, _("The mail with the link is on its way."))
    except Refusal as problem:
        messages.error(request, problem.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.ENTRY_EDIT)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Link the entry with another."""
    found = doors.desk_entry(request.user, pk)
    form = LinkForm(request.POST)
    if form.is_valid():
        other = doors.desk_entry(request.user, form.cleaned_data["other"])
        try:
            actions.link(entry=found, kind=form.cleaned_data["kind"], other=other, by=request.user, now=timezone.now())
            messages.success(request, _("Linked."))
        except Refusal as problem:
            messages.error(request, problem.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.ENTRY_EDIT)
def unlink(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Take a link out."""
    found = doors.desk_entry(request.user, pk)
    actions.unlink(entry=found, link_pk=link_pk, by=request.user, now=timezone.now())
    messages.success(request, _("The link is gone."))
    return redirect(found.desk_url())


@require_safe
@staff_page(Permission.ENTRY_EDIT)
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Every change, field by field, with old and new value."""
    found = doors.desk_entry(request.user, pk)
    page = Paginator(review.history(found), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/desk/history.html", {"entry": found, "page": page})
