"""The group: its tab at the desk, and its own page behind the link of the mail. Looking changes nothing."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.accompaniment import doors
from deele.accompaniment.actions import group as actions
from deele.accompaniment.enums import ProposalKind
from deele.accompaniment.forms.group import AnswerForm, AskLinkForm, ProposalForm
from deele.accompaniment.queries import group as queries
from deele.accompaniment.queries import pages
from deele.accompaniment.views.plans import GET_POST, WORK
from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.directory.queries import limits

PER_HOUR = 10


@never_cache
@require_safe
@staff_page(WORK)
def group(request: HttpRequest, pk: int) -> HttpResponse:
    """Who of the group has the page, and what they propose."""
    found = doors.plan(request.user, pk)
    context = {
        "plan": found,
        "tabs": pages.tabs(found, "group"),
        "members": found.members.all(),
        "proposals": found.proposals.select_related("member", "milestone", "file", "answered_by")[:50],
    }
    return render(request, "accompaniment/desk/group.html", context)


@require_POST
@staff_page(WORK)
def send_link(request: HttpRequest, pk: int, part_pk: int) -> HttpResponse:
    """Mail the link to one of them."""
    member = doors.part(request.user, pk, "members", part_pk)
    try:
        actions.send_link(member=member, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The link is on its way to %(name)s.") % {"name": member.name})
    return redirect("accompaniment:group", pk)


@require_POST
@staff_page(WORK)
def answer(request: HttpRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a proposal over, or not."""
    proposal = doors.part(request.user, pk, "proposals", part_pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.answer(
                proposal=proposal, accept=given["accept"], words=given["words"], by=request.user, now=timezone.now()
            )
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("Answered. The person gets a mail."))
    return redirect("accompaniment:group", pk)


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """What is wrong with the link, and what to do."""
    context = {"problem": problem, "again_url": reverse("accompaniment:group-ask")}
    return render(request, "accounts/link_problem.html", context, status=problem.status)


@never_cache
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """Where are we, what comes next, what is due."""
    try:
        member = doors.member(token)
    except BadLink as problem:
        return bad_link(request, problem)
    context = {**queries.page(member, timezone.localdate()), "token": token}
    return render(request, "accompaniment/group/page.html", context)


@never_cache
@require_http_methods(GET_POST)
def propose(request: HttpRequest, token: str) -> HttpResponse:
    """Tell the office what is new."""
    try:
        member = doors.member(token)
    except BadLink as problem:
        return bad_link(request, problem)
    wish = {"milestone": request.GET.get("meilenstein", ""), "kind": request.GET.get("art") or ProposalKind.NOTE}
    form = ProposalForm(request.POST or None, request.FILES or None, plan=member.plan, initial=wish)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.propose(
                member=member, told=form.told(), file=given["upload"], now=timezone.now(), token=given["seal"]
            )
        except Refusal as refusal:
            form.add_error("upload" if refusal.code.startswith(("bad", "no_", "too_large")) else None, refusal.message)
        else:
            messages.success(request, _("Thank you. The office looks at it and answers you."))
            return redirect("accompaniment:group-page", token)
    return render(request, "accompaniment/group/propose.html", {"form": form, "plan": member.plan, "token": token})


@never_cache
@require_safe
def file(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """A file the office has shared."""
    try:
        kept = doors.shared_file(token, pk)
    except BadLink as problem:
        return bad_link(request, problem)
    return FileResponse(kept.file.open(), as_attachment=True, filename=kept.name)


@never_cache
@require_http_methods(GET_POST)
def ask_link(request: HttpRequest) -> HttpResponse:
    """Ask for the link again. The answer is the same whether the address is known or not."""
    form = AskLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "accompaniment.ask-link", per_hour=PER_HOUR)
        if not problem:
            actions.send_again(email=form.cleaned_data["email"], now=timezone.now())
            return render(request, "accompaniment/group/ask.html", {"sent": form.cleaned_data["email"]})
        form.add_error(None, problem)
    return render(request, "accompaniment/group/ask.html", {"form": form})
