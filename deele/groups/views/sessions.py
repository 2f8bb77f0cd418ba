"""Sessions from the seat and from the desk: the list, planning, inviting, moving, calling off, holding."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.groups import doors
from deele.groups.actions import sessions as actions
from deele.groups.doors import Right, both_sides
from deele.groups.forms.sessions import CancelForm, SessionForm
from deele.groups.kinds import Side
from deele.groups.models import Session
from deele.groups.queries import pages, session_ical, session_pages
from deele.groups.queries.recipients import recipients
from deele.groups.queries.session_pages import insider
from deele.groups.views.acting import GET_POST, done, tried


@both_sides()
@require_safe
def sessions(request: HttpRequest, side: Side) -> HttpResponse:
    """What comes, what was."""
    return render(request, "groups/sessions/list.html", session_pages.listed(side, timezone.now()))


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def plan(request: HttpRequest, side: Side) -> HttpResponse:
    """A new session. Nobody is told yet."""
    form = SessionForm(request.POST or None, group=side.group, instance=Session(group=side.group))
    home = session_pages.list_url(side)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.plan(
            group=side.group, told=form.told(), by=insider(side), now=timezone.now()
        ), _("The session is planned. Nobody was told yet."), home)  # fmt: skip
        if answer is not None:
            return answer
    return render(request, "groups/parts/form.html", pages.page(
        side, "", form=form, back=home, heading=_("Plan a session"), submit=_("Plan it")
    ))  # fmt: skip


@both_sides()
@require_safe
def session(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """One session: facts, agenda, who comes, what is to be done next."""
    found = doors.session_of(side.group, session_pk)
    return render(request, "groups/sessions/session.html", session_pages.one(side, found, timezone.now()))


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def change(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """Another date, another place. Whoever was invited is invited again."""
    found = doors.session_of(side.group, session_pk)
    form = SessionForm(request.POST or None, group=side.group, instance=found)
    home = session_pages.url(side, "session", found)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.change(
            form=form, by=insider(side), now=timezone.now()
        ), _("Saved."), home)  # fmt: skip
        if answer is not None:
            return answer
    told = recipients(side.group, timezone.localdate()) if found.state == "eingeladen" else None
    context = pages.page(side, "", form=form, back=home, session=found, told=told)
    return render(request, "groups/sessions/change.html", context, status=409 if form.conflict else 200)


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def invite(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """Who will get this? Then send it."""
    found = doors.session_of(side.group, session_pk)
    home = session_pages.url(side, "session", found)
    if request.method == "POST":
        return tried(request, lambda: actions.invite(
            session=found, by=insider(side), now=timezone.now()
        ), _("The invitations are on their way."), home)  # fmt: skip
    told = recipients(side.group, timezone.localdate())
    agenda = found.agenda.standing()
    context = pages.page(side, "", session=found, told=told, agenda=agenda, back=home)
    return render(request, "groups/sessions/invite.html", context)


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def cancel(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """Call it off."""
    found = doors.session_of(side.group, session_pk)
    form = CancelForm(request.POST or None)
    home = session_pages.url(side, "session", found)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.cancel(
            session=found, reason=form.cleaned_data["reason"], by=insider(side), now=timezone.now()
        ), _("The session is called off."), home)  # fmt: skip
        if answer is not None:
            return answer
    return render(request, "groups/parts/form.html", pages.page(
        side, "", form=form, back=home, heading=_("Call the session off"), submit=_("Call it off")
    ))  # fmt: skip


@both_sides(Right.LEAD)
@require_POST
def hold(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """It took place."""
    found = doors.session_of(side.group, session_pk)
    return tried(request, lambda: actions.hold(
        session=found, by=insider(side), now=timezone.now()
    ), _("Now note who was there."), session_pages.url(side, "session", found))  # fmt: skip


@both_sides()
@require_safe
def ics(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """The date for one's own calendar."""
    found = doors.session_of(side.group, session_pk)
    return calendar_file(found, inside=True)


def calendar_file(found: Session, *, inside: bool) -> HttpResponse:
    """A calendar file as a download."""
    content = session_ical.calendar(found, now=timezone.now(), inside=inside)
    name = f"sitzung-{found.number}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
