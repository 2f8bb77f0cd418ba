"""Two things around every page: the policy of the editorial admin (docs/decisions/0003), and finished pages for
strangers, kept per process for a minute and only as long as nothing public has changed: no source of the index."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_request

from deele.search.queries import versions

PREFIX = "/cms/"
POLICY = "; ".join((
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
))  # fmt: skip


class CmsPolicy:
    """Adds the policy to every answer below /cms/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(PREFIX):
            response["Content-Security-Policy"] = POLICY
        return response


SECONDS = 60
CLOSED = (  # asks who somebody is: never looked up, never kept
    "/konto/",
    "/schreibtisch/",
    "/cms/",
    "/technik/",
    "/api/",
    "/eintraege/pflege/",
    "/verzeichnis/melden/",
    "/anmeldung/",
    "/buendnis/mein/",
)
SECRETS = {"token", "code", "receipt"}  # parts of an address that are for one person alone
KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Content-Language", "Vary", "Link", "X-Frame-Options")


class PagesForStrangers:
    """Answers GET requests of people without a session from memory.

    Never kept: pages that set a cookie (forms), pages of people with a cookie of ours, addresses that hold a secret of
    a mail, everything that calls itself private.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.cache = caches["pages"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_stranger(request):
            return self.get_response(request)
        with versions.held():
            return self.answer(request)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The kept page, or a fresh one that is kept where it may be."""
        key = key_of(request)
        kept = self.cache.get(key)
        if kept is not None:
            return HttpResponse(kept[0], headers=kept[1])
        response = self.get_response(request)
        if not holds_secret(request) and may_be_kept(response):
            headers = {name: response[name] for name in KEPT_HEADERS if name in response}
            self.cache.set(key, (response.content, headers), SECONDS)
        return response


def is_stranger(request: HttpRequest) -> bool:
    """Whether the answer depends on nothing but the address and the language."""
    if request.method != "GET" or request.path.startswith(CLOSED):
        return False
    ours = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages", settings.LANGUAGE_COOKIE_NAME}
    return not ours & request.COOKIES.keys()


def key_of(request: HttpRequest) -> str:
    """Address, language, packing, and the version of what is public."""
    states = versions.states()
    version = "-".join(f"{states[name].number}.{states[name].version}" for name in sorted(states))
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    parts = (version, get_language_from_request(request), str(packed), request.get_host(), request.get_full_path())
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def holds_secret(request: HttpRequest) -> bool:
    """Whether the address itself opens something: whoever has it is one person, and the page is theirs."""
    return bool(request.resolver_match and SECRETS & request.resolver_match.kwargs.keys())


def may_be_kept(response: HttpResponse) -> bool:
    """Whole HTML pages that set no cookie and are not marked as private."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    control = response.get("Cache-Control", "")
    return "text/html" in response.get("Content-Type", "") and "private" not in control and "no-store" not in control
