"""Joint actions on a member's own pages: propose one, take part, agree to be named."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.alliance import doors as alliance
from deele.core.errors import Refusal
from deele.jointactions import doors
from deele.jointactions.actions import parts, planning
from deele.jointactions.forms.acting import ProposeForm, TakePartForm
from deele.jointactions.queries import mine as queries

GET_POST = ["GET", "HEAD", "POST"]


@require_safe
@alliance.member_page
def actions(request: HttpRequest) -> HttpResponse:
    """What the member takes part in, and what it may join."""
    context = queries.page(request.delegate.membership)  # type: ignore[attr-defined]
    return render(request, "jointactions/mine/list.html", context)


@require_http_methods(GET_POST)
@alliance.member_page
def propose(request: HttpRequest) -> HttpResponse:
    """Propose an action; the office checks what resembles it."""
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = planning.propose(
            told=form.told(), form=form.cleaned_data["seal"], delegate=request.delegate, now=timezone.now()  # type: ignore[attr-defined]
        )  # fmt: skip
        messages.success(request, _("Thank you. The office checks what resembles it and gets in touch."))
        return redirect("jointactions:mine-action", made.pk)
    return render(request, "jointactions/mine/propose.html", {"form": form})


@require_http_methods(GET_POST)
@alliance.member_page
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """One action: where it stands, and what the member brings."""
    delegate = request.delegate  # type: ignore[attr-defined]
    found = doors.member_action(delegate, pk)
    partner = queries.partner(found, delegate.membership)
    form = TakePartForm(request.POST or None, instance=partner)
    if request.method == "POST" and form.is_valid():
        try:
            parts.take_part(
                action=found, membership=delegate.membership, told=form.cleaned_data, delegate=delegate,
                now=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Thank you. You are named as a partner."))
            return redirect("jointactions:mine-action", pk)
    context = {"action": found, "partner": partner, "form": form, **queries.action_page(found)}
    return render(request, "jointactions/mine/action.html", context)


@require_POST
@alliance.member_page
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Take part no more; not be named."""
    delegate = request.delegate  # type: ignore[attr-defined]
    parts.decline(partner=doors.member_partner(delegate, pk), delegate=delegate, now=timezone.now())
    messages.success(request, _("You are no longer named as a partner."))
    return redirect("jointactions:mine")
