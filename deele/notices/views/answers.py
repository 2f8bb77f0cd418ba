"""What one side says to a proposal, and later what came of it. Looking changes nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.notices import doors
from deele.notices.actions import introducing
from deele.notices.enums import ProposalState
from deele.notices.forms.short import OutcomeForm
from deele.notices.queries.proposals import seen
from deele.notices.views.submitting import bad_link


@never_cache
@require_safe
def proposal(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """What fits, why, and what to talk about; two buttons."""
    try:
        notice, found = doors.held_proposal(token, pk)
    except BadLink as problem:
        return bad_link(request, problem)
    context = {"notice": notice, "seen": seen(found, notice), "token": token, "form": OutcomeForm()}
    return render(request, "notices/hold/proposal.html", context)


@never_cache
@require_POST
def answer(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """Yes or no."""
    try:
        notice, found = doors.held_proposal(token, pk)
    except BadLink as problem:
        return bad_link(request, problem)
    yes = request.POST.get("answer") == "ja"
    try:
        after = introducing.answer(proposal=found, notice=notice, yes=yes, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("notices:hold-proposal", token, pk)
    messages.success(request, said(after.state, yes=yes))
    return redirect("notices:hold-proposal" if yes else "notices:hold", *([token, pk] if yes else [token]))


def said(state: str, *, yes: bool) -> str:
    """What happened."""
    if state == ProposalState.INTRODUCED:
        return _("You both said yes. Each of you gets a mail with the name and address of the other.")
    if yes:
        return _("Thank you. We ask the other side. Only if it says yes too, you get to know each other’s names.")
    return _("Noted. We do not propose it again.")


@never_cache
@require_POST
def outcome(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """What came of it."""
    try:
        notice, found = doors.held_proposal(token, pk)
    except BadLink as problem:
        return bad_link(request, problem)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        context = {"notice": notice, "seen": seen(found, notice), "token": token, "form": form}
        return render(request, "notices/hold/proposal.html", context)
    try:
        said_outcome = form.cleaned_data["outcome"]
        introducing.tell_outcome(proposal=found, notice=notice, outcome=said_outcome, now=timezone.now())
        messages.success(request, _("Thank you for telling us."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("notices:hold", token)
