"""One's own notice behind the link of the mail: see, change, pause, renew, end. Looking changes nothing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.notices import doors
from deele.notices.actions import holding, life
from deele.notices.enums import State
from deele.notices.forms.notice import ChangeForm, filled
from deele.notices.forms.short import FoundForm
from deele.notices.models import Notice
from deele.notices.queries import hold as queries
from deele.notices.views.submitting import bad_link

GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
def hold(request: HttpRequest, token: str) -> HttpResponse:
    """Where the notice stands, what fits it, what can be done."""
    try:
        _link, notice = doors.held_notice(token)
    except BadLink as problem:
        return bad_link(request, problem)
    return render(request, "notices/hold/hold.html", {**queries.page(notice), "token": token})


@never_cache
@require_http_methods(GET_POST)
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Say something else."""
    try:
        _link, notice = doors.held_notice(token)
    except BadLink as problem:
        return bad_link(request, problem)
    form = ChangeForm(request.POST or None, kind=notice.kind_of, initial=filled(notice))
    if request.method == "POST" and form.is_valid():
        present = notice.version
        notice.version = form.cleaned_data["version"] or present
        try:
            holding.change(notice=notice, told=form.told(), now=timezone.now())
        except Conflict as conflict:
            form.meet(present)
            form.add_error(None, conflict.message)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Saved. What fits was looked for anew."))
            return redirect("notices:hold", token)
    return render(request, "notices/hold/change.html", {"form": form, "notice": notice, "token": token})


def deed(request: HttpRequest, token: str, act: Callable[[Notice], object], done: str) -> HttpResponse:
    """One button: do it, or say why not."""
    try:
        _link, notice = doors.held_notice(token)
        act(notice)
        messages.success(request, done)
    except BadLink as problem:
        return bad_link(request, problem)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("notices:hold", token)


@never_cache
@require_POST
def renew(request: HttpRequest, token: str) -> HttpResponse:
    """It still holds."""
    words = _("Thank you. Your notice holds on.")
    return deed(request, token, lambda one: life.renew(notice=one, by=None, now=timezone.now(), person=True), words)


@never_cache
@require_POST
def pause(request: HttpRequest, token: str) -> HttpResponse:
    """Not at the moment."""
    words = _("Your notice is paused. Nobody sees it until you bring it back.")

    def act(one: Notice) -> None:
        life.move(notice=one, to=State.PAUSED, by=None, now=timezone.now(), person=True)

    return deed(request, token, act, words)


@never_cache
@require_POST
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """Again."""

    def act(one: Notice) -> None:
        life.move(notice=one, to=State.ACTIVE, by=None, now=timezone.now(), person=True)

    return deed(request, token, act, _("Your notice takes part again."))


@never_cache
@require_http_methods(GET_POST)
def found(request: HttpRequest, token: str) -> HttpResponse:
    """It is done: through us, or in another way."""
    try:
        _link, notice = doors.held_notice(token)
    except BadLink as problem:
        return bad_link(request, problem)
    form = FoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        through_us = form.cleaned_data["through_us"]
        try:
            life.move(
                notice=notice, to=State.FULFILLED, by=None, now=timezone.now(), person=True, through_us=through_us
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("We are glad! Your notice is no longer shown."))
            return redirect("notices:hold", token)
    return render(request, "notices/hold/found.html", {"form": form, "notice": notice, "token": token})


@never_cache
@require_http_methods(GET_POST)
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """End it and delete what is personal; asks first."""
    try:
        _link, notice = doors.held_notice(token)
    except BadLink as problem:
        return bad_link(request, problem)
    if request.method == "POST":
        try:
            holding.withdraw(notice=notice, by=None, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
            return redirect("notices:hold", token)
        return render(request, "notices/hold/withdrawn.html")
    return render(request, "notices/hold/withdraw.html", {"notice": notice, "token": token})
