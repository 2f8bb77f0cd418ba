"""Addresses that stand in mails to subscribers, and the headers by which mail programs unsubscribe (RFC 8058)."""

from django.conf import settings
from django.urls import reverse

from deele.newsletter.rules import tokens
from deele.office.models import Area


def whole(path: str) -> str:
    """A path of this house as a whole address."""
    return settings.DEELE_URL.rstrip("/") + path


def unsubscribe_url(handle: str, area_id: int = tokens.EVERYTHING) -> str:
    """Where this copy is unsubscribed from: GET asks, POST does."""
    return whole(reverse("newsletter:unsubscribe", args=[tokens.unsubscribe(handle, area_id)]))


def preferences_url(handle: str) -> str:
    """The settings of this subscriber."""
    return whole(reverse("newsletter:preferences", args=[tokens.preferences(handle)]))


def headers(handle: str, area: Area) -> dict[str, str]:
    """What every copy of an issue carries. The token in it also proves that a mail that came back was ours."""
    return one_click(unsubscribe_url(handle, area.pk))


def one_click(url: str) -> dict[str, str]:
    """The headers for the address of an unsubscription."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
