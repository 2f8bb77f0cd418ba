"""The plain shape of a bank statement, and the refusal of what is none."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from deele.core.errors import Refusal


class BankRow(NamedTuple):
    """One movement of money; negative goes out."""

    booked_on: date
    amount_cents: int
    purpose: str
    counterpart: str
    counterpart_iban: str
    currency: str = "EUR"


@dataclass
class Statement:
    """A statement. `account` is the IBAN or account number, empty where the file does not say."""

    form: str
    account: str = ""
    rows: list[BankRow] = field(default_factory=list)


class BadStatement(Refusal):
    """The file is no statement we can read. Nothing of it is taken."""

    code = "bad-statement"
