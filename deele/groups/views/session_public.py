"""Sessions for everybody: the coming public ones, one of them, released minutes; and the link of an invitation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.groups import doors
from deele.groups.actions import session_people
from deele.groups.forms.sessions import AnswerForm
from deele.groups.queries import calendar, minutes_page, session_pages, session_sections
from deele.groups.views.acting import GET_POST, live
from deele.groups.views.minutes import paper_of
from deele.groups.views.sessions import calendar_file


@require_safe
@live
def sessions(request: HttpRequest) -> HttpResponse:
    """The public sessions that are to come."""
    rows = session_sections.public(timezone.now())[:100]
    return render(request, "groups/sessions/public_list.html", {"rows": rows})


@require_safe
@live
def feed(request: HttpRequest) -> HttpResponse:
    """Public sessions as a calendar to subscribe to: when and where, without agenda and door of the online meeting."""
    return HttpResponse(calendar.public(timezone.now()), content_type="text/calendar; charset=utf-8")


@require_safe
@live
def session(request: HttpRequest, pk: int) -> HttpResponse:
    """One public session, with its agenda; the minutes where they are released."""
    found = doors.public_session(pk)
    context = {
        "session": found, "agenda": found.agenda.standing(), "released": session_pages.is_released(found),
        "parts": minutes_page.parts(found) if session_pages.is_released(found) else [],
    }  # fmt: skip
    return render(request, "groups/sessions/public.html", context)


@require_safe
def ics(request: HttpRequest, pk: int) -> HttpResponse:
    """The date for one's own calendar, without the door of the online meeting."""
    return calendar_file(doors.public_session(pk), inside=False)


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Released minutes, without names."""
    found = doors.public_session(pk)
    if not session_pages.is_released(found):
        raise Http404
    return paper_of(found, names=False)


@never_cache
@require_http_methods(GET_POST)
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The link of an invitation: answer, and look at the agenda. Opening it changes nothing."""
    try:
        place = doors.invited(token)
    except BadLink as problem:
        return render(request, "accounts/link_problem.html", {"problem": problem}, status=problem.status)
    form = AnswerForm(request.POST or None, initial={"answer": place.answer})
    if request.method == "POST" and form.is_valid():
        try:
            session_people.answer(place=place, answer=form.cleaned_data["answer"], now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect(f"{request.path}?dank=1")
    context = {
        "place": place, "session": place.session, "agenda": place.session.agenda.standing(), "form": form,
        "said": _("Thank you, your answer is there.") if "dank" in request.GET else "",
    }  # fmt: skip
    return render(request, "groups/sessions/answer.html", context)
