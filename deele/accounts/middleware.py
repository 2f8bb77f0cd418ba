"""Who is signed in where, noted now and then."""

from allauth.usersessions.middleware import UserSessionsMiddleware
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

NOTED_FOR = 300  # seconds


class SeenNowAndThen(UserSessionsMiddleware):  # type: ignore[misc]  # allauth has no types
    """allauth's list of devices, written every five minutes and when address or browser of a session change.

    allauth writes it at each request. On SQLite there is one writer: every page of the desk waited for an import that
    was writing, only to say that somebody looked at it.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = request.session.session_key
        if key and not cache.add(noted(request, key), True, NOTED_FOR):
            return self.get_response(request)
        return super().__call__(request)


def noted(request: HttpRequest, key: str) -> str:
    """What a session looked like, as a word that gives nothing away."""
    facts = (key, request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_USER_AGENT", ""))
    return f"accounts.seen:{salted_hmac('accounts.seen', repr(facts), algorithm='sha256').hexdigest()}"
