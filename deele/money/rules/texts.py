"""Texts as they may stand on a document: clean lines, addresses in parts, Leitweg-IDs."""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _
from stdnum import iban as ibans
from stdnum.de import leitweg
from stdnum.exceptions import ValidationError

LONGEST_ADDRESS = 500
TOWN = re.compile(r"(?:D-)?(\d{5})\s+(\S.*)")


class Postal(NamedTuple):
    """An address in parts."""

    street: str
    more: str
    postcode: str
    town: str


def one_line(text: str, limit: int) -> str:
    """Text on one line: without control characters, blanks made single, cut at the limit."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def lines(text: str, limit: int = LONGEST_ADDRESS) -> str:
    """Text on several lines, each of them clean."""
    return "\n".join(line for part in text[:limit].splitlines() if (line := one_line(part, limit)))


def postal(address: str) -> Postal | None:
    """Street, further line, postcode and town; None where no line begins with a postcode."""
    parts = address.splitlines()
    for place, line in enumerate(parts):
        if found := TOWN.fullmatch(line):
            before = parts[:place]
            return Postal(before[-1] if before else "", ", ".join(before[:-1]), found.group(1), found.group(2))
    return None


def iban(text: str) -> str:
    """The account number without blanks. Raises ValueError where length or check digits do not fit."""
    try:
        return str(ibans.validate(text))
    except ValidationError as error:
        raise ValueError(text) from error


def wrong_iban() -> str:
    """What is said of such a number."""
    return _("This IBAN is not right: length or check digits do not fit. Please compare it with your card.")


def is_leitweg(text: str) -> bool:
    """Whether the text is a Leitweg-ID with right check digits."""
    try:
        leitweg.validate(text)
    except ValidationError:
        return False
    return True
