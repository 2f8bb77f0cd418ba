"""Sending minutes round, objecting, answering, confirming, adding."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from deele.groups import doors
from deele.groups.actions import minutes_approval as actions
from deele.groups.doors import Right, both_sides
from deele.groups.enums.sessions import SessionState
from deele.groups.forms.minutes import AnswerRemarkForm, RemarkForm
from deele.groups.forms.sessions import CirculateForm, ConfirmForm
from deele.groups.kinds import Side
from deele.groups.queries import pages, session_pages
from deele.groups.queries import session_people as people
from deele.groups.queries.session_pages import insider
from deele.groups.views.acting import GET_POST, done, tried


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def circulate(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """Who will get the draft? Then send it."""
    found = doors.session_of(side.group, session_pk)
    form = CirculateForm(request.POST or None)
    home = session_pages.url(side, "minutes", found)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.circulate(
            session=found, days=form.cleaned_data["days"], by=insider(side), now=timezone.now()
        ), _("The draft is on its way, and the tasks are given."), home)  # fmt: skip
        if answer is not None:
            return answer
    came = people.who_came(found, timezone.now())
    context = pages.page(side, "", form=form, back=home, session=found, came=came)
    return render(request, "groups/sessions/circulate.html", context)


@both_sides()
@require_http_methods(GET_POST)
def remark(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """An objection to the draft, or an addition to confirmed minutes."""
    found = doors.session_of(side.group, session_pk)
    form = RemarkForm(request.POST or None, session=found)
    home = session_pages.url(side, "minutes", found)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = done(request, form, lambda: actions.remark(
            session=found, text=given["text"], item=given["item"], by=insider(side), now=timezone.now(),
            token=given["token"] or None,
        ), _("Written down."), home)  # fmt: skip
        if answer is not None:
            return answer
    adds = found.state == SessionState.CONFIRMED
    heading = _("Add something to the minutes") if adds else _("Object to the minutes")
    return render(request, "groups/parts/form.html", pages.page(
        side, "", form=form, back=home, heading=heading, submit=_("Write it down")
    ))  # fmt: skip


@both_sides(Right.LEAD)
@require_POST
def answer_remark(request: HttpRequest, side: Side, session_pk: int, remark_pk: int) -> HttpResponse:
    """What is said to an objection."""
    found = doors.session_of(side.group, session_pk)
    row = doors.remark_of(found, remark_pk)
    form = AnswerRemarkForm(request.POST)
    home = session_pages.url(side, "minutes", found)
    if not form.is_valid():
        return tried(request, lambda: None, _("Please write an answer; nothing was changed."), home)
    return tried(request, lambda: actions.answer_remark(
        remark=row, answer=form.cleaned_data["answer"], by=insider(side), now=timezone.now()
    ), _("Answered."), home)  # fmt: skip


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def confirm(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """Confirm the minutes for good."""
    found = doors.session_of(side.group, session_pk)
    form = ConfirmForm(request.POST or None)
    home = session_pages.url(side, "minutes", found)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.confirm(
            session=found, by_session=form.cleaned_data["by_session"], by=insider(side), now=timezone.now()
        ), _("The minutes are confirmed. The decisions have their numbers."), home)  # fmt: skip
        if answer is not None:
            return answer
    context = pages.page(side, "", form=form, back=home, session=found)
    return render(request, "groups/sessions/confirm.html", context)
