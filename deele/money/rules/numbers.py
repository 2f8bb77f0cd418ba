"""Numbers of documents: prefix, year, running number."""

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")
PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,9}")
DIGITS = 4  # filled up with zeros; more digits simply follow


def number_of(prefix: str, year: int, running: int) -> str:
    """The number of a document, e.g. RE-2026-0007."""
    return f"{prefix}-{year}-{running:0{DIGITS}}"


def is_prefix(text: str) -> bool:
    """Whether the text can stand before a number: capital letters and digits, so that banks carry it unharmed."""
    return PREFIX.fullmatch(text) is not None


def compact(text: str) -> str:
    """Letters and digits only, in capitals: how a number is compared with what a bank made of it."""
    return re.sub(r"[\W_]", "", text).upper()


def names(purpose: str, number: str) -> bool:
    """Whether a purpose names this number, however the bank spaced it. RE-2026-0001 is not in RE-2026-00012."""
    signs = compact(number)
    if signs not in compact(purpose):
        return False
    loose = r"[\W_]*".join(map(re.escape, signs))
    return re.search(rf"(?<![A-Z0-9]){loose}(?!\d)", purpose.upper()) is not None


def named(purpose: str, known: Mapping[str, T]) -> list[T]:
    """What a purpose names, of all that is known by its number. Quick for thousands: most are no part of the text."""
    signs = compact(purpose)
    return [one for number, one in known.items() if number.replace("-", "") in signs and names(purpose, number)]
