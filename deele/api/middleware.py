"""What every answer of the open interface carries: marks for caching, limits, open access."""

import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from deele.api import queries
from deele.core import caches

PREFIX = "/api/v1/"
WINDOW = 3600
BATCHES = 100  # an hour's requests are told to the other processes in so many parts
MOST_COUNTED = 20_000
_counts: dict[str, tuple[int, int]] = {}
_lock = threading.Lock()


class OpenData:
    """ETag, rate limit headers and CORS for everything below /api/v1/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        limits = spent(request)
        response = self.answer(request, limits)
        for name, value in limits.items():
            response[name] = value
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"
        return response

    def answer(self, request: HttpRequest, limits: dict[str, str]) -> HttpResponse:
        """The answer, or that nothing has changed, or that it was too much."""
        if limits["RateLimit-Remaining"] == "0":
            words = _("Too many requests from your connection within an hour. Please wait, or write to the office.")
            return JsonResponse({"detail": words}, status=429, headers={"Retry-After": limits["RateLimit-Reset"]})
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        mark = queries.etag(request.get_full_path())
        if mark in [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]:
            return HttpResponseNotModified(headers={"ETag": mark, "Cache-Control": "public, max-age=60"})
        response = self.get_response(request)
        if response.status_code == 200:
            response["ETag"] = mark
            response["Cache-Control"] = "public, max-age=60"
        return response


def counted(key: str, batch: int) -> int:
    """How many requests this was. A process tells the others of its own in batches, because the shared cache is a
    file by default; so a limit may be overrun by one batch for each process beside this one."""
    with _lock:
        waiting, shared = _counts.get(key, (0, -1))
        waiting += 1
        if shared < 0 or waiting >= batch:
            shared, waiting = caches.count(key, waiting, seconds=WINDOW), 0
        if len(_counts) >= MOST_COUNTED:  # hours gone by
            _counts.clear()
        _counts[key] = waiting, shared
        return shared + waiting


def spent(request: HttpRequest) -> dict[str, str]:
    """Count this request against the hour of its connection. Kept is a keyed hash, not an address."""
    limit, now = settings.DEELE_API_PER_HOUR, int(time.time())
    who = salted_hmac("api.limit", request.META.get("REMOTE_ADDR", "")).hexdigest()[:24]
    used = counted(f"api:{who}:{limit}:{now // WINDOW}", max(1, limit // BATCHES))
    return {
        "RateLimit-Limit": str(limit),
        "RateLimit-Remaining": str(max(0, limit - used + 1) if used <= limit else 0),
        "RateLimit-Reset": str(WINDOW - now % WINDOW),
    }
