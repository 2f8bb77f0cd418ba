"""Names in mail links. They hold no address, need no row, never expire, and nobody makes them without our key."""

from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.core import signing

UNSUBSCRIBE, PREFERENCES = "newsletter.unsubscribe", "newsletter.preferences"
# What stands where an area would stand: for all newsletters, and for the news from one's own district and topics.
EVERYTHING, DIGEST = 0, -1


class BadToken(ValueError):
    """The token was cut, forged, or made for something else."""


class Unsubscription(NamedTuple):
    """Who (by the handle of the subscriber) and from which newsletter: the id of an area, EVERYTHING or DIGEST."""

    handle: str
    area_id: int


def unsubscribe(handle: str, area_id: int = EVERYTHING) -> str:
    """The token of the one-click link of a mail about this area."""
    return _signer(UNSUBSCRIBE).sign(f"{handle}-{area_id}")


def read_unsubscribe(token: str) -> Unsubscription:
    """Raises BadToken."""
    handle, _dash, area = _read(token, UNSUBSCRIBE).partition("-")  # a handle has no dash, DIGEST has
    return Unsubscription(handle, int(area))


def preferences(handle: str) -> str:
    """The token of the settings page."""
    return _signer(PREFERENCES).sign(handle)


def read_preferences(token: str) -> str:
    """The handle. Raises BadToken."""
    return _read(token, PREFERENCES)


def _read(token: str, salt: str) -> str:
    try:
        return _signer(salt).unsign(token)
    except signing.BadSignature as error:
        raise BadToken from error


def _signer(salt: str) -> signing.Signer:
    """Follows SECRET_KEY_FALLBACKS, so that old mails work after the key was changed."""
    return _made(salt, settings.SECRET_KEY, tuple(settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=8)
def _made(salt: str, key: str, fallbacks: tuple[str, ...]) -> signing.Signer:
    """Kept, since each copy of an issue signs twice."""
    return signing.Signer(key=key, sep=".", salt=salt, fallback_keys=list(fallbacks))
