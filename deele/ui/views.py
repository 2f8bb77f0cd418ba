"""Error pages and the gallery."""

import logging
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import Context
from django.template.loader import get_template

from deele.ui import faults, samples

log = logging.getLogger("deele.ui")
SAMPLES = {"start", "ort", "liste", "eintrag", "formular", "schreibtisch", "frage"}
THEMES = {"light", "dark"}


def plain(name: str, status: int) -> HttpResponse:
    """A page of words only: no context processors, so neither database nor session is asked."""
    return HttpResponse(get_template(name).template.render(Context()), status=status)


def error_page(request: HttpRequest, name: str, status: int, **values: object) -> HttpResponse:
    """The page in the office's dress, or its plain words when the house itself is broken."""
    try:
        return render(request, name, values, status=status)
    except Exception:
        log.exception("The page %s was shown without the office's dress", name)
        return plain("plain_error.html", status)


def too_large(request: HttpRequest) -> HttpResponse:
    """What was sent is larger than any page takes."""
    return error_page(request, "413.html", 413, limit=settings.DEELE_MAX_UPLOAD // (1024 * 1024))


def store_is_shut() -> HttpResponse:
    """Nothing can be stored at the moment; says when to come again."""
    response = plain("503.html", 503)
    response["Retry-After"] = "60"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return error_page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Called while the exception is being handled, so it can still be asked what it was."""
    if faults.cannot_store(sys.exception()):
        return store_is_shut()
    return plain("500.html", 500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, "403_csrf.html", 403)


def theme_of(request: HttpRequest) -> str:
    """The colours asked for by ?theme=, else empty: what the machine prefers."""
    asked = request.GET.get("theme", "")
    return asked if asked in THEMES else ""


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in all its states."""
    return render(request, "ui/gallery.html", {"theme": theme_of(request), "accents": range(1, 7), **samples.context()})


def sample(request: HttpRequest, name: str) -> HttpResponse:
    """A whole page as it would look with invented content."""
    if name not in SAMPLES:
        raise Http404
    more = {"theme": theme_of(request), "desk_menu": samples.desk_menu(), "demo": True}
    return render(request, f"ui/gallery/sample_{name}.html", {**samples.context(), **more})


def sample_points(request: HttpRequest) -> JsonResponse:
    """Points for the sample map: one cluster from afar, single entries from near."""
    zoom = request.GET.get("zoom", "")
    return JsonResponse(samples.points(int(zoom) if zoom.isdecimal() and len(zoom) < 3 else 0))


def sample_places(request: HttpRequest) -> JsonResponse:
    """Suggestions for the sample place box."""
    return JsonResponse({"results": samples.places(request.GET.get("q", ""))})
