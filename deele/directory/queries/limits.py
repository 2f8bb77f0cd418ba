"""How often one machine may use a public form. No addresses are kept: the cache holds a keyed hash for an hour."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from deele.core import caches

HOUR = 3600


def too_many(request: HttpRequest, what: str, *, per_hour: int) -> str:
    """Count this use; returns a message when the hour's share is used up, else an empty text."""
    who = salted_hmac("directory.limits", request.META.get("REMOTE_ADDR", "")).hexdigest()[:24]
    if caches.count(f"limit:{what}:{who}", seconds=HOUR) <= per_hour:
        return ""
    return _("This form was used very often from your connection. Please try again in an hour, or call us.")
