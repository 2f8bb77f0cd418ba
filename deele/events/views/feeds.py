"""The calendar elsewhere: iCalendar, a feed, a list inside other people's pages."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from deele.core.text import slug
from deele.events import doors
from deele.events.forms.calendar import understand
from deele.events.queries import calendar_page, elsewhere
from deele.events.queries.ical import event_calendar

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
@cache_control(public=True, max_age=300)
def event_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """All dates of one event as a file for one's own calendar."""
    found = doors.public_event(pk)
    name = f'attachment; filename="{slug(found.title)}.ics"'
    body = event_calendar([found], now=timezone.now())
    return HttpResponse(body, content_type=CALENDAR, headers={"Content-Disposition": name})


@require_safe
@cache_control(public=True, max_age=300)
def calendar_ics(request: HttpRequest) -> HttpResponse:
    """A calendar to subscribe to, with the filters of the address."""
    now = timezone.now()
    found = elsewhere.events(understand(request.GET), now)
    body = event_calendar(found, now=now, name=elsewhere.title_of())
    return HttpResponse(body, content_type=CALENDAR)


# Private: the memory of finished pages (website.middleware) keeps no policy of its own, and places are counted live.
@require_safe
@cache_control(private=True, no_cache=True)
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest) -> HttpResponse:
    """A bare list for other people's pages: no cookie, no script, links into new windows."""
    context = elsewhere.embedded(understand(request.GET), request.GET, timezone.now())
    return render(request, "events/public/embed.html", context)


@require_safe
def embed_help(request: HttpRequest) -> HttpResponse:
    """How to put the list into one's own page."""
    query = calendar_page.only_filters(request.GET)
    address = request.build_absolute_uri(elsewhere.embed_address(query))
    title = _("Events: %(office)s") % {"office": elsewhere.office_name()}
    context = {"snippet": elsewhere.snippet(address, title), "address": address, "query": query}
    return render(request, "events/public/embed_help.html", context)
