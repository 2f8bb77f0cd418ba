"""Codes by which people are known again without a name, and hours out of bands. No database."""

import secrets
from collections.abc import Iterable
from decimal import Decimal

from deele.advice.enums import Duration

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misheard or misread: no 0 O 1 I L
LENGTH = 5  # 28 million: enough that two people hardly ever share one, short enough for the telephone

# Hours of a band: its middle, and 2.5 for "more than 2 hours". The method is printed beside the figure.
HOURS = {
    Duration.SHORT: Decimal("0.125"),
    Duration.MEDIUM: Decimal("0.375"),
    Duration.LONG: Decimal("0.75"),
    Duration.LONGER: Decimal("1.5"),
    Duration.LONGEST: Decimal("2.5"),
}


def new_code() -> str:
    """A code for somebody who may come again; it says nothing about them."""
    return "".join(secrets.choice(LETTERS) for _sign in range(LENGTH))


def tidy_code(typed: str) -> str:
    """What somebody told, as a code is written; empty when it can't be one."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return signs if len(signs) == LENGTH and set(signs) <= set(LETTERS) else ""


def hours(bands: Iterable[str]) -> Decimal:
    """The hours of these contacts, by the middle of their bands."""
    return sum((HOURS[Duration(band)] for band in bands), Decimal(0))
