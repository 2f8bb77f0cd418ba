"""What is refused before anything is read, and what a person sees when the store cannot be written."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from deele.ui import faults, views

log = logging.getLogger("deele.ui")
Next = Callable[[HttpRequest], HttpResponse]

LONGEST_QUERY = 4096  # signs; our longest honest address, all filters chosen, stays below 1,000


class LimitsMiddleware:
    """Refuses over-long addresses and over-large bodies before anything of them is read or kept."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.refusal(request.META, request) or self.get_response(request)

    def refusal(self, meta: dict[str, str], request: HttpRequest) -> HttpResponse | None:
        """The page that says no, or None."""
        if len(meta.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return views.plain("414.html", 414)
        if "chunked" in meta.get("HTTP_TRANSFER_ENCODING", "").lower():
            return views.plain("400_plain.html", 411)  # no browser does so, and its size is not known beforehand
        length = meta.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdecimal()):
            return views.plain("400_plain.html", 400)
        return views.too_large(request) if int(length[:18]) > settings.DEELE_MAX_UPLOAD else None


class StoreMiddleware:
    """A full disk, a read-only or a locked database: plain words and 503 instead of a fault.

    Nothing is half done then, because every action is one transaction. What breaks outside of views (a session
    that cannot be kept) ends in `views.server_error`, which asks the same question.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not faults.cannot_store(exception):
            return None
        log.error("Could not store anything at %s: %s", request.path, exception)
        return views.store_is_shut()
