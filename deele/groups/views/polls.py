"""Finding a date: the list, a new poll, answering it from the seat or by the link of the mail, deciding it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.groups import doors
from deele.groups.actions import polls as actions
from deele.groups.doors import Right, both_sides
from deele.groups.forms.polls import ChooseForm, Options, PollForm, SheetForm
from deele.groups.kinds import Side
from deele.groups.queries import pages, session_pages
from deele.groups.queries import polls as queries
from deele.groups.queries.recipients import recipients
from deele.groups.views.acting import GET_POST, tried


def home(side: Side, pk: int) -> str:
    """The page of a poll on this side."""
    return reverse(f"{side.prefix}poll", args=[side.group.pk, pk])


@both_sides()
@require_safe
def polls(request: HttpRequest, side: Side) -> HttpResponse:
    """All polls of the group."""
    context = pages.page(side, "polls", polls=queries.of_group(side.group), today=timezone.localdate())
    return render(request, "groups/parts/polls.html", context)


@both_sides(Right.WORK)
@require_http_methods(GET_POST)
def new(request: HttpRequest, side: Side) -> HttpResponse:
    """Look for a date: what for, which dates, until when. Who will be asked stands beside it."""
    form, options = PollForm(request.POST or None), Options(request.POST or None, prefix="o")
    if request.method == "POST" and form.is_valid() and options.is_valid():
        try:
            made = actions.open_poll(group=side.group, told=form.told(options), by=side.actor, now=timezone.now())
        except Refusal as refusal:
            form.add_error(refusal.code if refusal.code in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The poll is open. Everybody gets a mail with a link of their own."))
            return redirect(home(side, made.pk))
    who = recipients(side.group, timezone.localdate(), guests=False)
    context = pages.page(side, "polls", form=form, options=options, recipients=who)
    return render(request, "groups/parts/poll_new.html", context)


@both_sides()
@require_http_methods(GET_POST)
def poll(request: HttpRequest, side: Side, poll_pk: int) -> HttpResponse:
    """What suits whom; from the seat one answers here. A second answer replaces the first."""
    found = doors.group_poll(side.group, poll_pk)
    delegate = side.actor.delegate
    may_answer = delegate is not None and side.may_work
    sheet = queries.sheet_of(found, delegate) if may_answer else None
    form = SheetForm(request.POST or None, poll=found, sheet=sheet) if may_answer else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid():
            answered = answer(request, form, found, delegate)
            if answered:
                return redirect(home(side, poll_pk))
    context = pages.page(side, "polls", **queries.page(found, timezone.localdate()), form=form, sheet=sheet)
    return render(request, "groups/parts/poll.html", context)


def answer(request: HttpRequest, form: Any, found: Any, delegate: Any) -> bool:
    """Take the answer; False with the reason on the form."""
    now = timezone.now()
    try:
        kept = actions.answer(
            poll=found, delegate=delegate, fits=form.fits(), comment=form.cleaned_data["comment"], now=now
        )
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return False
    said = _("Your answer was changed. This one counts.") if kept.changed_at == now else _("Thank you for your answer.")
    messages.success(request, said)
    return True


@both_sides(Right.LEAD)
@require_POST
def choose(request: HttpRequest, side: Side, poll_pk: int) -> HttpResponse:
    """Make a date of it, and a session if they ask for one."""
    found = doors.group_poll(side.group, poll_pk)
    form = ChooseForm(request.POST, poll=found)
    if not form.is_valid():
        messages.error(request, _("Please choose one of the dates."))
        return redirect(home(side, poll_pk))
    try:
        actions.choose(
            poll=found, option=form.cleaned_data["option"], by=side.actor, now=timezone.now(),
            session=form.cleaned_data["session"],
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(home(side, poll_pk))
    session = queries.session_of(found)
    if session is None:
        messages.success(request, _("The date is found. Everybody gets it for their calendar."))
        return redirect(home(side, poll_pk))
    messages.success(request, _("The date is found, the session is planned. Now the agenda, then the invitation."))
    return redirect(session_pages.url(side, "session", session))


@both_sides(Right.LEAD)
@require_POST
def call_off(request: HttpRequest, side: Side, poll_pk: int) -> HttpResponse:
    """No date comes of it."""
    found = doors.group_poll(side.group, poll_pk)
    return tried(request, lambda: actions.call_off(
        poll=found, by=side.actor, now=timezone.now()
    ), _("Called off. Everybody reads it in the weekly mail."), home(side, poll_pk))  # fmt: skip


@never_cache
@require_http_methods(GET_POST)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Answer by the link of the mail, without signing in. The link opens this one poll and nothing else."""
    try:
        sheet = doors.poll_sheet(token)
    except BadLink as problem:
        context = {"problem": problem, "again_url": reverse("alliance:sign-in")}
        return render(request, "accounts/link_problem.html", context, status=problem.status)
    found = sheet.poll
    form = SheetForm(request.POST or None, poll=found, sheet=sheet)
    if request.method == "POST" and form.is_valid() and answer(request, form, found, sheet.delegate):
        return redirect("groups:poll", token)
    context = {**queries.page(found, timezone.localdate()), "form": form, "sheet": sheet, "group": found.group}
    return render(request, "groups/mine/poll_by_link.html", context)
