"""Opaque cursors for the API and the row of page numbers below a list."""

import base64
import binascii
import json

from django.utils.translation import gettext as _

from deele.core.errors import Refusal

LONGEST_CURSOR = 400
Key = int | str | float | None


class BadCursor(Refusal):
    """The cursor was not made here, or was cut."""

    code = "bad_cursor"


def encode(*keys: Key) -> str:
    """The sort keys of the last row shown, as a word that may stand in an address."""
    packed = json.dumps(keys, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode(cursor: str, length: int) -> list[Key]:
    """The `length` keys of a cursor. Raises BadCursor; types of the keys are the caller's to check."""
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        keys = json.loads(packed) if len(cursor) <= LONGEST_CURSOR else None
    except (ValueError, binascii.Error, RecursionError):
        keys = None
    if not isinstance(keys, list) or len(keys) != length or any(isinstance(key, (list, dict)) for key in keys):
        raise BadCursor(_("This page mark is not valid: it was cut or changed. Please start again at the first page."))
    return keys


def window(number: int, last: int, around: int = 2) -> list[int | None]:
    """Page numbers to show: first, last, those around the current one; None marks a gap."""
    near = {1, last, *range(max(1, number - around), min(last, number + around) + 1)}
    found: list[int | None] = []
    for page in sorted(near):
        gap = page - found[-1] if found and found[-1] is not None else 1
        found.extend([page - 1, page] if gap == 2 else [None, page] if gap > 2 else [page])
    return found


def page_number(text: str | None, last: int) -> int:
    """The page asked for, brought into 1 … last; anything unreadable is the first page."""
    digits = (text or "").strip()
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 1
    return min(max(1, number), max(1, last))
