"""Money as people read and write it. Inside the house an amount is a whole number of cents."""

import re

LARGEST = 100_000_000  # cents
AMOUNT = re.compile(r"^(?P<euros>\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?P<cents>\d{1,2}))?$")


class BadAmount(ValueError):
    """The text is no amount of money."""


def euros(cents: int) -> str:
    """ "1.234,50 €", with a space that does not break; negative amounts with a real minus sign."""
    whole, rest = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{'−' if cents < 0 else ''}{grouped},{rest:02d}\u00a0€"


def round_euros(cents: int) -> str:
    """ "60.000 €" where there are no cents, "59,50 €" where there are: sums of programmes and plans."""
    return euros(cents).replace(",00\u00a0€", "\u00a0€")


def read(text: str, largest: int = LARGEST) -> int:
    """Cents from "59", "59,5", "1.234,50 €", "7 EUR".

    Raises BadAmount, also for a point before one or two digits and for more than `largest` cents: both are slips.
    """
    plain = text.replace("€", "").replace("EUR", "").replace("\u00a0", " ").strip()
    found = AMOUNT.match(plain)
    if not found:
        raise BadAmount(f"{text!r} is no amount")
    cents = int(re.sub(r"[. ]", "", found["euros"])) * 100 + int((found["cents"] or "0").ljust(2, "0"))
    if cents > largest:
        raise BadAmount(f"{text!r} is more than {euros(largest)}")
    return cents
