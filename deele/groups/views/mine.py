"""A delegate's own way through the groups: the list, a proposal, an invitation, a wish to join, leaving."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.alliance.doors import member_page
from deele.alliance.models import Delegate
from deele.alliance.rules import heirs
from deele.groups import doors
from deele.groups.actions import groups as actions
from deele.groups.actions import leaving, seats, wishes
from deele.groups.forms.groups import GroupForm
from deele.groups.forms.people import AnswerForm, AskForm, MuteForm
from deele.groups.kinds import Actor
from deele.groups.models import WorkingGroup
from deele.groups.queries import duties, groups
from deele.groups.views.acting import GET_POST, done, tried


def who(request: HttpRequest) -> Delegate:
    """Who sits at this device; the members' door has set it."""
    found: Delegate = request.delegate  # type: ignore[attr-defined]
    return found


@require_safe
@member_page
def group_list(request: HttpRequest) -> HttpResponse:
    """My groups, what waits for my answer, and the way to a new one."""
    delegate = who(request)
    context = {"seats": groups.of_delegate(delegate), "invitations": groups.invitations(delegate)}
    return render(request, "groups/mine/list.html", context)


@require_http_methods(GET_POST)
@member_page
def propose(request: HttpRequest) -> HttpResponse:
    """A member proposes a group."""
    form = GroupForm(request.POST or None, instance=WorkingGroup())
    if request.method == "POST" and form.is_valid():
        filled: Any = form.save(commit=False)
        said = _("Thank you. The office looks at your proposal; until then only you and the office see it.")
        answer = done(request, form, lambda: actions.propose(
            group=filled, by=who(request), now=timezone.now()
        ), said, reverse("groups:mine-list"))  # fmt: skip
        if answer is not None:
            return answer
    return render(request, "groups/mine/propose.html", {"form": form})


@require_http_methods(GET_POST)
@member_page
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """What the group is to do, and two buttons."""
    found = doors.invitation(who(request), pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["yes"]:
            return tried(request, lambda: wishes.accept(wish=found, by=who(request), now=timezone.now()),
                         _("Welcome. This is the page of your group."), found.group.mine_url())  # fmt: skip
        return tried(request, lambda: wishes.decline(wish=found, by=who(request), now=timezone.now()),
                     _("Noted. The group hears that you do not take part."), reverse("groups:mine-list"))  # fmt: skip
    return render(request, "groups/mine/invitation.html", {"wish": found, "group": found.group})


@require_http_methods(GET_POST)
@member_page
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to join a public group."""
    found, delegate = doors.public_group(pk), who(request)
    if groups.seat_of(delegate, found):
        return redirect(found.mine_url())
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wishes.ask(group=found, delegate=delegate, words=form.cleaned_data["words"], now=timezone.now())
        messages.success(request, _("Who leads the group reads your wish and answers you."))
        return redirect(found)
    return render(request, "groups/mine/join.html", {"form": form, "group": found})


@require_POST
@member_page
def mute(request: HttpRequest, pk: int) -> HttpResponse:
    """No mails of this group, or mails again."""
    found = doors.mine_group(who(request), pk)
    form = MuteForm(request.POST)
    form.is_valid()
    muted = form.cleaned_data["muted"]
    said = _("You get no more mails of this group. Everything stays to be read here.") if muted else _("Mails again.")
    return tried(request, lambda: seats.mute(
        seat=found.seat, muted=muted, by=who(request), now=timezone.now()
    ), said, reverse("groups:mine-people", args=[pk]))  # fmt: skip


@require_http_methods(GET_POST)
@member_page
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """End one's own seat, after a question."""
    found = doors.mine_group(who(request), pk)
    if request.method == "POST":
        to = reverse("groups:mine-list")
        said = _("Your seat in “%(group)s” has ended. Thank you for working with us.") % {"group": found}
        return tried(request, lambda: leaving.end_seat(
            seat=found.seat, by=Actor(delegate=who(request)), now=timezone.now(), heirs=heirs.chosen(request.POST)
        ), said, to)  # fmt: skip
    context = {"group": found, "duties": duties.of_seat(found.seat, who(request))}
    return render(request, "groups/mine/leave.html", context)
