"""Notices at the desk: list, one notice on one screen, its moves; proposals, and asking both sides."""

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
from deele.notices import doors, enums
from deele.notices.actions import desk as deeds
from deele.notices.actions import holding, introducing, life, matching
from deele.notices.enums import State
from deele.notices.forms.short import DeskForm, MoveForm
from deele.notices.queries import desk as queries
from deele.notices.queries import proposals
from deele.notices.queries.proposals import seen

WORK = Permission.NOTICE_WORK
PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def notice_list(request: HttpRequest) -> HttpResponse:
    """All notices; every filter is part of the address."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q", "art")}
    rows = queries.found(request.user, **asked)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "asked": asked, "tabs": queries.tabs(request.user, asked["tab"]),
        "kinds": enums.KindKey.choices, "pages": queries.pages("list"),
    }  # fmt: skip
    return render(request, "notices/desk/list.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice: read it, let it in, take names out. A second writer sees the conflict."""
    with transaction.atomic():
        found = doors.desk_notice(request.user, pk)
        form = DeskForm(request.POST or None, instance=doors.desk_notice(request.user, pk))
        if request.method == "POST" and form.is_valid():
            deeds.correct(form=form, by=request.user, now=timezone.now())
            messages.success(request, _("Saved."))
            return redirect(found.desk_url())
    if found.contact_email:
        audit.record(enums.CONTACT_SEEN, by=request.user, about=found)
    context = {"notice": found, "form": form, **queries.page(found)}
    return render(request, "notices/desk/notice.html", context, status=409 if form.conflict else 200)


@require_POST
@staff_page(WORK)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it in, refuse it, block it …: one move of the table."""
    found = doors.desk_notice(request.user, pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        data, now = form.cleaned_data, timezone.now()
        try:
            if data["to"] == State.WITHDRAWN:
                holding.withdraw(notice=found, by=request.user, now=now)
            else:
                life.move(notice=found, to=data["to"], by=request.user, now=now, reason=data["reason"])
            messages.success(request, _("The notice is now: %(state)s.") % {"state": State(data["to"]).label})
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(WORK)
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """What was changed is read and stays."""
    found = doors.desk_notice(request.user, pk)
    life.read(notice=found, by=request.user, now=timezone.now())
    messages.success(request, _("Marked as read."))
    return redirect(found.desk_url())


@require_POST
@staff_page(WORK)
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Look for what fits once more."""
    found = doors.desk_notice(request.user, pk)
    made = matching.propose(notice=found, now=timezone.now())
    words = _("%(number)s new proposals.") if made else _("Nothing new fits at the moment.")
    messages.success(request, words % {"number": made} if made else words)
    return redirect(found.desk_url())


@never_cache
@require_safe
@staff_page(WORK)
def proposal_list(request: HttpRequest) -> HttpResponse:
    """Which notices fit each other, the best first."""
    tab = request.GET.get("tab", "")[:20]
    rows = proposals.for_desk(request.user, tab=tab)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": queries.proposal_rows(page.object_list), "tabs": queries.proposal_tabs(tab),
        "pages": queries.pages("proposals"),
    }  # fmt: skip
    return render(request, "notices/desk/proposals.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Two notices side by side, with why they fit."""
    found = doors.desk_proposal(request.user, pk)
    context = {"proposal": found, "seen": seen(found, found.first), "sides": queries.sides(found)}
    return render(request, "notices/desk/proposal.html", context)


@require_POST
@staff_page(WORK)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask both sides whether they want to meet."""
    found = doors.desk_proposal(request.user, pk)
    try:
        introducing.ask_both(proposal=found, by=request.user, now=timezone.now())
        messages.success(request, _("Both sides get a mail. Only when both say yes, they are introduced."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(WORK)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """The office does not think that it fits; it is not proposed again."""
    found = doors.desk_proposal(request.user, pk)
    try:
        introducing.drop(proposal=found, by=request.user, now=timezone.now())
        messages.success(request, _("Noted. It is not proposed again."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("notices:desk-proposals")
