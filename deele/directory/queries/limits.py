"""How often one machine may use a public form. No addresses are kept: the cache holds a keyed hash for an hour."""

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

HOUR = 3600


def too_many(request: HttpRequest, what: str, *, per_hour: int) -> str:
    """Count this use; returns a message when the hour's share is used up, else an empty text."""
    who = salted_hmac("directory.limits", request.META.get("REMOTE_ADDR", "")).hexdigest()[:24]
    key = f"limit:{what}:{who}"
    cache.add(key, 0, HOUR)
    try:
        used = cache.incr(key)
    except ValueError:  # the hour ended between the two calls
        return ""
    if used <= per_hour:
        return ""
    return _("This form was used very often from your connection. Please try again in an hour, or call us.")
