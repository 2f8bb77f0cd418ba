"""What everybody sees: the list, a programme, deadlines for one's own calendar."""

from django.http import HttpRequest, HttpResponse
from django.http import HttpResponsePermanentRedirect as Moved
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from deele.core.text import slug
from deele.funding import doors
from deele.funding.forms.asked import understand
from deele.funding.queries import deadlines, ical, list_page, programme_page, programmes

CALENDAR = "text/calendar; charset=utf-8"
# A wrong deadline is worse than none: these pages are made anew for everybody and kept by nobody in between.
always_fresh = cache_control(private=True, no_cache=True)


@require_safe
@always_fresh
def programme_list(request: HttpRequest) -> HttpResponse:
    """All programmes, narrowed by who one is, what for, where, when."""
    shown = list_page.list_page(understand(request.GET), request.GET, timezone.localdate())
    return render(request, "funding/public/list.html", shown)


@require_safe
@always_fresh
def programme(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One programme. A former name in the address leads to today's."""
    found = doors.public_programme(pk)
    if name != slug(found.name):
        return Moved(found.get_absolute_url())
    page = programme_page.programme_page(found, timezone.localdate())
    return render(request, "funding/public/programme.html", {"page": page, "programme": found})


@require_safe
@always_fresh
def programme_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """The deadlines of one programme as a file."""
    found = doors.public_programme(pk)
    body = ical.calendar(programmes.rounds_of(found), now=timezone.now(), name=found.name)
    name = f'attachment; filename="{slug(found.name)}.ics"'
    return HttpResponse(body, content_type=CALENDAR, headers={"Content-Disposition": name})


@require_safe
@always_fresh
def deadlines_ics(request: HttpRequest) -> HttpResponse:
    """All deadlines ahead as a calendar to subscribe to."""
    rounds = deadlines.ahead(timezone.localdate())
    body = ical.calendar(rounds, now=timezone.now(), name=_("Funding deadlines"))
    return HttpResponse(body, content_type=CALENDAR)
