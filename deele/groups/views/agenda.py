"""The agenda: items, their order; answering an invitation; who was there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from deele.groups import doors
from deele.groups.actions import agenda as actions
from deele.groups.actions import session_people
from deele.groups.doors import Right, both_sides
from deele.groups.forms.agenda import AgendaItemForm
from deele.groups.forms.sessions import AnswerForm, PresenceForm
from deele.groups.kinds import Side
from deele.groups.queries import pages, session_pages
from deele.groups.queries.session_pages import insider
from deele.groups.views.acting import GET_POST, done, tried


@both_sides(Right.WORK)
@require_http_methods(GET_POST)
def item(request: HttpRequest, side: Side, session_pk: int, item_pk: int = 0) -> HttpResponse:
    """A new item, or another wording of one."""
    found = doors.session_of(side.group, session_pk)
    row = doors.agenda_item(found, item_pk) if item_pk else None
    form = AgendaItemForm(request.POST or None, instance=row)
    home = session_pages.url(side, "session", found)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.save(
            form=form, session=found, by=insider(side), now=timezone.now()
        ), _("The agenda is saved."), home)  # fmt: skip
        if answer is not None:
            return answer
    heading = _("Change the item") if row else _("New item for the agenda")
    context = pages.page(side, "", form=form, back=home, session=found, heading=heading)
    return render(request, "groups/sessions/item.html", context, status=409 if form.conflict else 200)


@both_sides(Right.WORK)
@require_POST
def take_back(request: HttpRequest, side: Side, session_pk: int, item_pk: int) -> HttpResponse:
    """Take an item from the agenda."""
    found = doors.session_of(side.group, session_pk)
    row = doors.agenda_item(found, item_pk)
    return tried(request, lambda: actions.take_back(
        item=row, by=insider(side), now=timezone.now()
    ), _("Taken from the agenda."), session_pages.url(side, "session", found))  # fmt: skip


@both_sides(Right.LEAD)
@require_POST
def step(request: HttpRequest, side: Side, session_pk: int, item_pk: int) -> HttpResponse:
    """Up or down."""
    found = doors.session_of(side.group, session_pk)
    row = doors.agenda_item(found, item_pk)
    return tried(request, lambda: actions.step(
        item=row, up=request.POST.get("richtung") == "hoch", by=insider(side), now=timezone.now()
    ), _("The order is saved."), session_pages.url(side, "session", found))  # fmt: skip


@both_sides()
@require_POST
def answer(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """One's own yes or no."""
    found = doors.session_of(side.group, session_pk)
    place = found.people.filter(seat=side.seat).first() if side.seat else None
    if place is None:
        raise Http404
    form = AnswerForm(request.POST)
    home = session_pages.url(side, "session", found)
    if not form.is_valid():
        return tried(request, lambda: None, _("Nothing was changed."), home)
    return tried(request, lambda: session_people.answer(
        place=place, answer=form.cleaned_data["answer"], now=timezone.now()
    ), _("Thank you for your answer."), home)  # fmt: skip


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def presence(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """Who was there."""
    found = doors.session_of(side.group, session_pk)
    form = PresenceForm(request.POST or None, people=list(found.people.all()))
    home = session_pages.url(side, "session", found)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: session_people.note_presence(
            session=found, noted=form.noted(), by=insider(side), now=timezone.now()
        ), _("Noted."), home)  # fmt: skip
        if answer is not None:
            return answer
    return render(request, "groups/parts/form.html", pages.page(
        side, "", form=form, back=home, heading=_("Who was there?"), submit=_("Note it")
    ))  # fmt: skip
