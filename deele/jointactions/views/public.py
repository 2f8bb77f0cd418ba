"""What everybody sees: the list, one action, its stops, its gallery. A photo is asked for anew each time."""

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.core.geo import Box
from deele.core.text import slug
from deele.jointactions import doors
from deele.jointactions.models import Material
from deele.jointactions.queries import calendar as calendars
from deele.jointactions.queries import public as queries


@require_safe
def action_list(request: HttpRequest) -> HttpResponse:
    """All public actions, and what one can send something to."""
    asked = {name: request.GET.get(name, "")[:40] for name in ("ziel", "zeit")}
    context = queries.list_page(asked, request.GET.get("seite", ""), timezone.now())
    return render(request, "jointactions/public/list.html", context)


@never_cache
@require_safe
def action(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One action. Never kept: what is withdrawn has to be gone at once. A former address leads to today's."""
    found = doors.public_action(pk)
    if request.path != found.get_absolute_url():
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    return render(request, "jointactions/public/action.html", queries.action_page(found, timezone.now()))


@never_cache
@require_safe
def gallery(request: HttpRequest, pk: int) -> HttpResponse:
    """All released photos of an action, page by page."""
    found = doors.public_action(pk)
    page = queries.gallery_page(found, request.GET.get("seite", ""))
    return render(request, "jointactions/public/gallery.html", {"action": found, "page": page})


@never_cache
@require_safe
def photo(request: HttpRequest, pk: int, size: str) -> HttpResponseBase:
    """A photo with every right the website needs."""
    found = doors.public_photo(pk)
    return FileResponse((found.small if size == "klein" else found.image).open())


@never_cache
@require_safe
def document(request: HttpRequest, pk: int, size: str) -> FileResponse:
    """A file of what took place: of a public action that is over, with its rights noted."""
    return sent(doors.public_document(pk), size)


def sent(found: Material, size: str) -> FileResponse:
    """A photo for the page; everything else as a download."""
    file = found.small if size == "klein" and found.small else found.file
    return FileResponse(file.open(), as_attachment=not found.is_photo, filename=found.file_name)


@require_safe
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The stops, for one's own calendar."""
    found = doors.public_action(pk)
    body = calendars.calendar(found, found.stops.select_related("place"), timezone.now())
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug(found.title, 40) or "aktion"}.ics"'
    return response


@require_safe
def stops(request: HttpRequest, pk: int) -> JsonResponse:
    """The stops for the map."""
    found = doors.public_action(pk)
    try:
        west, south, east, north = (float(part) for part in request.GET.get("bbox", "").split(","))
        box = Box(west, south, east, north)
    except ValueError:
        box = None
    return JsonResponse(queries.features(found, box))
