"""Whole addresses of pages, for whatever leaves the house: mails, calendars, papers."""

from django.conf import settings


def address(path: str) -> str:
    """The whole address of a path of this house."""
    return f"{settings.DEELE_URL.rstrip('/')}{path}"
