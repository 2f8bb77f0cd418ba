"""Offer meets need: what fits, on the member's pages, behind the link of a mail, and at the desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.accounts.queries import BadLink
from deele.alliance import doors
from deele.alliance.actions import introducing
from deele.alliance.doors import marks as own_doors
from deele.alliance.enums.marks import MatchState
from deele.alliance.forms.marks import OutcomeForm
from deele.alliance.models import Delegate, Match
from deele.alliance.queries import matches as queries
from deele.core.errors import Refusal

WORK = Permission.ALLIANCE_WORK
PER_PAGE = 30


@require_safe
@doors.member_page
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """A match of ours: why it fits, two buttons, later the contact and what came of it."""
    delegate: Delegate = request.delegate  # type: ignore[attr-defined]
    return shown(request, delegate, own_doors.own_match(delegate, pk), "")


@require_POST
@doors.member_page
def mine_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes or no."""
    delegate: Delegate = request.delegate  # type: ignore[attr-defined]
    match = own_doors.own_match(delegate, pk)
    answer(request, delegate, match)
    return redirect("alliance:own-match", pk)


@require_POST
@doors.member_page
def mine_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of it."""
    delegate: Delegate = request.delegate  # type: ignore[attr-defined]
    return outcome(request, delegate, own_doors.own_match(delegate, pk), "")


@never_cache
@require_safe
def linked(request: HttpRequest, token: str) -> HttpResponse:
    """The same page behind the link of a mail. Looking changes nothing."""
    try:
        delegate, match = own_doors.linked_match(token)
    except BadLink as problem:
        return bad_link(request, problem)
    return shown(request, delegate, match, token)


@never_cache
@require_POST
def linked_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Yes or no, behind the link of a mail."""
    try:
        delegate, match = own_doors.linked_match(token)
    except BadLink as problem:
        return bad_link(request, problem)
    answer(request, delegate, match)
    return redirect("alliance:match", token)


@never_cache
@require_POST
def linked_outcome(request: HttpRequest, token: str) -> HttpResponse:
    """What came of it, behind the link of a mail."""
    try:
        delegate, match = own_doors.linked_match(token)
    except BadLink as problem:
        return bad_link(request, problem)
    return outcome(request, delegate, match, token)


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """What is wrong with the link, and where to sign in instead."""
    context = {"problem": problem, "again_url": reverse("alliance:sign-in")}
    return render(request, "accounts/link_problem.html", context, status=problem.status)


def shown(
    request: HttpRequest, delegate: Delegate, match: Match, token: str, form: OutcomeForm | None = None
) -> HttpResponse:
    """The page of a match from the delegate's side."""
    seen = queries.seen(match, delegate.membership)
    if form is None:
        form = OutcomeForm(initial={"outcome": match.outcome})
    names = ("match-answer", "match-outcome") if token else ("own-match-answer", "own-match-outcome")
    answer_url, outcome_url = (reverse(f"alliance:{name}", args=[token or match.pk]) for name in names)
    context = {
        "seen": seen, "match": match, "delegate": delegate, "form": form, "answer_url": answer_url,
        "outcome_url": outcome_url, "by_link": bool(token),
    }  # fmt: skip
    return render(request, "alliance/matches/match.html", context)


def answer(request: HttpRequest, delegate: Delegate, match: Match) -> None:
    """Take the answer and say what it does; anything but a yes or no is asked again."""
    said = request.POST.get("antwort", "")
    if said not in ("ja", "nein"):
        messages.error(request, _("Please choose yes or no."))
        return
    try:
        after = introducing.answer(match=match, delegate=delegate, yes=said == "ja", now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, words_for(after))


def words_for(match: Match) -> str:
    """What happened."""
    if match.state == MatchState.AGREED:
        return _("You both said yes. The contact stands here, and each of you gets a mail.")
    if match.state == MatchState.DECLINED:
        return _("Noted. It is not proposed again.")
    return _("Thank you. We ask the other side. Only if it says yes too, you get to know each other’s address.")


def outcome(request: HttpRequest, delegate: Delegate, match: Match, token: str) -> HttpResponse:
    """Take what came of it, or show the form again."""
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return shown(request, delegate, match, token, form)
    told = form.cleaned_data
    try:
        introducing.tell_outcome(
            match=match, delegate=delegate, outcome=told["outcome"], note=told["note"], now=timezone.now()
        )
        messages.success(request, _("Thank you for telling us."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("alliance:match", token) if token else redirect("alliance:own-match", match.pk)


@never_cache
@require_safe
@staff_page(WORK)
def desk_list(request: HttpRequest) -> HttpResponse:
    """Needs and offers that fit, the best first."""
    tab = request.GET.get("tab", "")[:20]
    tab = tab if tab in queries.TABS else ""
    page = Paginator(queries.for_desk(request.user, tab=tab), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"match": match, "reasons": queries.match_words.reasons(match)} for match in page.object_list]
    context = {"page": page, "rows": rows, "tabs": queries.tabs(tab), "pages": queries.pages("matches")}
    return render(request, "alliance/matches/desk_list.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """A need and an offer side by side, with why they fit. Without contacts."""
    match = own_doors.desk_match(request.user, pk)
    context = {"match": match, "reasons": queries.match_words.reasons(match), "sides": queries.sides(match)}
    return render(request, "alliance/matches/desk.html", context)


@require_POST
@staff_page(WORK)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask both sides by mail."""
    match = own_doors.desk_match(request.user, pk)
    try:
        introducing.ask_both(match=match, by=request.user, now=timezone.now())
        messages.success(request, _("Both sides get a mail. Contact data is given only when both say yes."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(match.desk_url())


@require_POST
@staff_page(WORK)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """The office does not think that it fits; it is not proposed again."""
    match = own_doors.desk_match(request.user, pk)
    try:
        introducing.drop(match=match, by=request.user, now=timezone.now())
        messages.success(request, _("Noted. It is not proposed again."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("alliance:desk-matches")
