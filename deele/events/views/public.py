"""What everybody sees: calendar, month, event, its documents."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http import HttpResponsePermanentRedirect as Moved
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from deele.core.text import slug
from deele.events import doors
from deele.events.forms.calendar import understand
from deele.events.queries import calendar_page, event_page, left_over, month
from deele.events.rules import pictures

# Pages that say how many places are left are made anew for everybody: "private" keeps them out of the memory of
# finished pages (website.middleware) and of machines in between, "no-cache" makes the browser ask again. A count of
# seats is a few milliseconds; a stale "places free" sends people into a form that turns them away.
counted_live = cache_control(private=True, no_cache=True)


@require_safe
@counted_live
def calendar(request: HttpRequest) -> HttpResponse:
    """The list: what is coming, or what was, with all filters as one address."""
    asked = understand(request.GET)
    return render(request, "events/public/calendar.html", calendar_page.list_page(asked, request.GET, timezone.now()))


@require_safe
def month_now(request: HttpRequest) -> HttpResponse:
    """The month of today."""
    today = timezone.localdate()
    return redirect(month.address_of(today) + calendar_page.only_filters(request.GET))


@require_safe
@counted_live
def month_view(request: HttpRequest, name: str) -> HttpResponse:
    """A month as a table of days."""
    first = month.month_of(name)
    if first is None:
        raise Http404
    shown = month.month_page(first, understand(request.GET), request.GET, timezone.now())
    return render(request, "events/public/month.html", shown)


@require_safe
@counted_live
def event(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One event. A former name in the address leads to today's."""
    found = doors.public_event(pk)
    if name != slug(found.title):
        return Moved(found.get_absolute_url())
    root = request.build_absolute_uri("/").rstrip("/")
    page = event_page.event_page(event_page.fetch(found), timezone.now(), root)
    return render(request, "events/public/event.html", {"page": page, "event": page.event, "root": root})


@require_safe
@cache_control(public=True, max_age=600)
def document(request: HttpRequest, pk: int, document_pk: int) -> HttpResponseBase:
    """A released document of a public event. Only pictures open in the browser; all else is saved, never run here."""
    found = doors.public_document(pk, document_pk)
    if not default_storage.exists(found.file.name):
        raise Http404
    picture = left_over.is_picture(found)
    return FileResponse(found.file.open(), as_attachment=not picture, filename=left_over.file_name(found))


@require_safe
@cache_control(public=True, max_age=600)
def picture(request: HttpRequest, pk: int, document_pk: int, width: int) -> HttpResponseBase:
    """A released photo in one of its smaller sizes."""
    found = doors.public_document(pk, document_pk)
    name = pictures.variant_name(found.file.name, width)
    if width not in pictures.widths_of(found.width) or not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name), content_type="image/webp")
