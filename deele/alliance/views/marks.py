"""Marking passages: on the member's own pages, and at the desk for any member. One way of working for both."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.alliance import doors
from deele.alliance.actions import marks as actions
from deele.alliance.actions.marks import Hand
from deele.alliance.doors import marks as own_doors
from deele.alliance.enums.marks import KINDS, MarkState, Side, Text
from deele.alliance.forms.marks import MarkForm
from deele.alliance.models import Delegate, Mark, Profile
from deele.alliance.queries import marks as queries
from deele.alliance.queries import matches
from deele.alliance.queries.marks import Ways
from deele.alliance.rules import marks as rules
from deele.core.errors import Refusal
from deele.core.versions import Conflict

WORK = Permission.ALLIANCE_WORK
GET_POST = ["GET", "HEAD", "POST"]
DECISIONS = {"ja": MarkState.CONFIRMED, "nein": MarkState.REJECTED, "zurueck": MarkState.WITHDRAWN}


@dataclass(frozen=True)
class At:
    """Where somebody works: whose hand it is, which addresses, which frame."""

    hand: Hand
    ways: Ways
    frame: str


def of_member(request: HttpRequest) -> tuple[Delegate, At]:
    """On the member's own pages."""
    delegate: Delegate = request.delegate  # type: ignore[attr-defined]
    return delegate, At(Hand(delegate=delegate), Ways(), "mine")


def of_desk(request: HttpRequest, member: int) -> At:
    """At the desk."""
    return At(Hand(user=request.user), Ways(member), "desk")


@require_safe
@doors.member_page
def mine(request: HttpRequest) -> HttpResponse:
    """Our texts, sentence by sentence."""
    delegate, at = of_member(request)
    context = queries.page(delegate.membership, at.ways, timezone.localdate())
    return render(request, "alliance/marks/mine.html", context)


@require_http_methods(GET_POST)
@doors.member_page
def mine_new(request: HttpRequest) -> HttpResponse:
    """Mark a passage of our texts."""
    delegate, at = of_member(request)
    return new(request, own_doors.own_profile(delegate), at)


@require_http_methods(GET_POST)
@doors.member_page
def mine_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a passage of ours."""
    delegate, at = of_member(request)
    return change(request, own_doors.own_mark(delegate, pk), at)


@require_POST
@doors.member_page
def mine_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take or refuse a proposal, take a passage back."""
    delegate, at = of_member(request)
    return decide(request, own_doors.own_mark(delegate, pk), at)


@require_POST
@doors.member_page
def mine_propose(request: HttpRequest) -> HttpResponse:
    """Let the rules look through our texts."""
    delegate, at = of_member(request)
    return propose(request, own_doors.own_profile(delegate), at)


@never_cache
@require_safe
@staff_page(WORK)
def desk_list(request: HttpRequest) -> HttpResponse:
    """Members with proposals nobody decided on."""
    context = {"members": queries.to_decide(request.user), "pages": matches.pages("marks")}
    return render(request, "alliance/marks/desk_list.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The texts of a member, sentence by sentence."""
    member = doors.desk_member(request.user, pk)
    return render(request, "alliance/marks/desk.html", queries.page(member, Ways(pk), timezone.localdate()))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def desk_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a passage of a member."""
    return new(request, own_doors.desk_profile(request.user, pk), of_desk(request, pk))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def desk_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a passage of a member."""
    mark = own_doors.desk_mark(request.user, pk)
    return change(request, mark, of_desk(request, mark.profile.membership_id))


@require_POST
@staff_page(WORK)
def desk_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take or refuse a proposal, take a passage back."""
    mark = own_doors.desk_mark(request.user, pk)
    return decide(request, mark, of_desk(request, mark.profile.membership_id))


@require_POST
@staff_page(WORK)
def desk_propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the rules look through the texts of a member."""
    return propose(request, own_doors.desk_profile(request.user, pk), of_desk(request, pk))


def new(request: HttpRequest, profile: Profile, at: At) -> HttpResponse:
    """The form for a new passage, filled from the sentence it was opened at."""
    name, side = request.GET.get("text", ""), request.GET.get("seite", "")
    side = side if side in KINDS else ""
    form = MarkForm(request.POST or None, side=side, initial=begun(profile, name, request.GET.get("satz", ""), side))
    if request.method == "POST" and form.is_valid():
        try:
            actions.mark(profile=profile, told=form.told(), by=at.hand, now=timezone.now())
        except Refusal as refusal:
            form.add_error("quote", refusal.message)
        else:
            messages.success(request, _("Marked. The text stays as it is."))
            return redirect(at.ways.page())
    return shown(request, form, profile, at)


def begun(profile: Profile, name: str, number: str, side: str) -> dict[str, Any]:
    """What the form begins with: what a proposal for this sentence would say."""
    member = profile.membership
    if name not in Text.values:
        return rules.left_open(side, member.level, member.themes, "")
    quote = queries.sentence_at(profile, name, number)
    asked = {Side.EXPECTATION: Text.EXPECTS, Side.CONTRIBUTION: Text.CONTRIBUTES}
    likely = rules.propose(asked[Side(side)], quote) if side else []
    return {
        "field": name, "quote": quote[:600], "kind": likely[0].kind if likely else "",
        **rules.left_open(side, member.level, member.themes, quote),
    }  # fmt: skip


def change(request: HttpRequest, mark: Mark, at: At) -> HttpResponse:
    """The form for a passage there is; saving it confirms it."""
    form = MarkForm(request.POST or None, instance=mark)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(mark=form.instance, told=form.told(), by=at.hand, now=timezone.now())
        except Conflict as conflict:
            form.add_error(None, conflict.message)
        except Refusal as refusal:
            form.add_error("quote", refusal.message)
        else:
            messages.success(request, _("Saved. The passage counts as confirmed."))
            return redirect(at.ways.page())
    return shown(request, form, mark.profile, at, mark)


def shown(request: HttpRequest, form: MarkForm, profile: Profile, at: At, mark: Mark | None = None) -> HttpResponse:
    """The page of the form."""
    context = {"form": form, "profile": profile, "membership": profile.membership, "ways": at.ways, "mark": mark}
    return render(request, f"alliance/marks/{at.frame}_form.html", context)


def decide(request: HttpRequest, mark: Mark, at: At) -> HttpResponse:
    """One button: take, refuse, take back."""
    to = DECISIONS.get(request.POST.get("antwort", ""))
    if to is None:
        messages.error(request, _("Please choose what to do with the passage."))
        return redirect(at.ways.page())
    try:
        actions.decide(mark=mark, to=to, by=at.hand, now=timezone.now())
        messages.success(request, said(to))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(at.ways.page())


def said(to: str) -> str:
    """What happened."""
    return {
        MarkState.CONFIRMED: _("Confirmed. It is now part of “Who can what where” once the profile is public."),
        MarkState.REJECTED: _("Refused. It is not proposed again."),
    }.get(MarkState(to), _("Taken back. It is no longer shown; the text stays as it is."))


def propose(request: HttpRequest, profile: Profile, at: At) -> HttpResponse:
    """Let the rules look; what they find is only proposed."""
    made = actions.propose(profile=profile, now=timezone.now(), by=at.hand)
    found = ngettext("%(number)s new proposal.", "%(number)s new proposals.", made) % {"number": made}
    messages.success(
        request, found if made else _("The rules find nothing new. You can mark by hand at each sentence.")
    )
    return redirect(at.ways.page())
