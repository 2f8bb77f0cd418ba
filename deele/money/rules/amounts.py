"""Amounts: whole cents inside, "1.234,56 €" outside."""

import re
from decimal import Decimal

from deele.core.amounts import BadAmount, euros, read

__all__ = ["BadAmount", "bank_cents", "decimal", "euros", "number", "read"]


def number(amount: int) -> str:
    """The amount without the sign of the currency: -123456 → "−1.234,56"."""
    return euros(amount).removesuffix("\N{NO-BREAK SPACE}€")


def decimal(amount: int) -> Decimal:
    """The amount for machines: 5900 → Decimal("59.00")."""
    return (Decimal(amount) / 100).quantize(Decimal("0.01"))


def bank_cents(text: str) -> int:
    """Read an amount as banks write it: "1.234,56", "-59,00", "59.00", "59,00-". Raises BadAmount.

    Always with two digits behind the last sign where there is one, so "1.234" counts as thousands.
    """
    plain = text.replace("€", "").replace("EUR", "").replace("\N{MINUS SIGN}", "-").strip()
    found = re.fullmatch(r"([+-]?)\s*(\d[\d.,' ]*?)(?:[.,](\d{2}))?\s*(-?)", plain)
    if found is None:
        raise BadAmount(text)
    first, whole, rest, last = found.groups()
    amount = int(re.sub(r"\D", "", whole)) * 100 + int(rest or "0")
    if amount >= 10**13:
        raise BadAmount(text)
    return -amount if "-" in (first, last) else amount
