"""Statements as a table: the CSV of German banks, each with headings of its own."""

import io
import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from deele.core import dates, spreadsheet
from deele.core.tabular import BadTable, Limits, Row
from deele.money.readers.statement import BadStatement, BankRow, Statement
from deele.money.rules import amounts

LIMITS = Limits(size=20 * 1024 * 1024, rows=50_000)
PREAMBLE = 30  # lines some banks write above the heading
PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Headings in lower letters without signs, best first. Sparkasse (CAMT-CSV), Volksbank, GLS, DKB, ING, Postbank.
HEADINGS = {
    "day": ("buchungstag", "buchungsdatum", "buchung", "datum", "wertstellung", "valutadatum", "valuta"),
    "amount": ("betrag", "betrageur", "betrageuro", "betragineur", "umsatz", "umsatzineur", "betraginwaehrung"),
    "debit": ("soll", "belastung"),
    "credit": ("haben", "gutschrift"),
    "sign": ("sollhaben", "sh", "solloderhaben"),
    "purpose": ("verwendungszweck", "vorgangverwendungszweck", "zweck", "buchungsdetails", "buchungstext"),
    "payer": ("zahlungspflichtiger", "zahlungspflichtige"),
    "payee": ("zahlungsempfaengerin", "zahlungsempfaenger"),
    "name": (
        "beguenstigterzahlungspflichtiger", "namezahlungsbeteiligter", "auftraggeberempfaenger",
        "auftraggeberbeguenstigter", "auftraggeberzahlungsempfaenger", "empfaenger", "auftraggeber", "name",
    ),
    "iban": ("kontonummeriban", "ibanzahlungsbeteiligter", "iban", "kontonummer"),
    "account": ("auftragskonto", "ibanauftragskonto", "eigenesiban"),
    "currency": ("waehrung", "waehrungssymbol"),
    "state": ("status", "info"),
}  # fmt: skip


class Columns(NamedTuple):
    """Which heading of this file means what; empty where there is none."""

    day: str
    amount: str
    debit: str
    credit: str
    sign: str
    purpose: str
    payer: str
    payee: str
    name: str
    iban: str
    account: str
    currency: str
    state: str


def read(content: bytes, name: str) -> Statement:
    """The movements in a table. Raises BadStatement."""
    try:
        table = spreadsheet.read(io.BytesIO(without_preamble(content)), name, limits=LIMITS)
        columns = columns_of(table.header)
        rows = list(table.rows)
    except BadTable as refusal:
        raise BadStatement(refusal.message, code=refusal.code) from refusal
    movements = [found for row in rows if (found := movement(row, columns)) is not None]
    accounts = {cell(row, columns.account) for row in rows} - {""}
    if len(accounts) > 1:
        raise BadStatement(_("The file holds several accounts. Please export them one by one."), code="accounts")
    return Statement("CSV", re.sub(r"\s", "", next(iter(accounts), "")), movements)


def without_preamble(content: bytes) -> bytes:
    """The file from its heading on: some banks put name, period and balance above it."""
    start = 0
    for _number in range(PREAMBLE):
        end = content.find(b"\n", start)
        line = content[start : end if end >= 0 else len(content)]
        if is_heading(line):
            mark = b"\xef\xbb\xbf" if start and content.startswith(b"\xef\xbb\xbf") else b""
            return mark + content[start:]
        if end < 0:
            break
        start = end + 1
    return content


def is_heading(line: bytes) -> bool:
    """Whether a line names a day and an amount in columns of their own."""
    for encoding in ("utf-8-sig", "cp1252"):
        cells = {plain(part) for part in re.split(r"[;,\t]", line.decode(encoding, "replace"))}
        if cells & set(HEADINGS["day"]) and cells & {*HEADINGS["amount"], *HEADINGS["credit"]}:
            return True
    return False


def plain(heading: str) -> str:
    """A heading without signs: "Betrag (€)" → betrag, "Begünstigter/Zahlungspflichtiger" → beguenstigterzahlungs…"""
    return re.sub(r"[^a-z]", "", heading.strip().casefold().translate(PLAIN))


def columns_of(header: list[str]) -> Columns:
    """The columns of this file. Raises BadStatement where day or amount can't be found."""
    known = {plain(heading): heading for heading in reversed(header)}
    found = Columns(*(next((known[key] for key in HEADINGS[part] if key in known), "") for part in Columns._fields))
    if not found.day or not (found.amount or found.credit):
        raise BadStatement(
            _(
                "This table is no bank statement we know: its heading names no booking day and no amount. "
                "Please export the movements of the account as CSV or CAMT.053, with the heading."
            ),
            code="no-statement",
        )
    return found


def cell(row: Row, heading: str) -> str:
    """A cell; empty where the file has no such column."""
    return row[heading].strip() if heading else ""


def movement(row: Row, columns: Columns) -> BankRow | None:
    """A row as we keep it; None for balances below the table and for what is only announced. Raises BadStatement."""
    if not cell(row, columns.day) or "vorgemerkt" in cell(row, columns.state).casefold():
        return None
    try:
        day = dates.parse(cell(row, columns.day)).day
        amount = amount_of(row, columns)
    except (dates.BadDate, amounts.BadAmount) as error:
        words = _("Row %(row)s has no day or no amount we can read (“%(text)s”). Nothing was taken.")
        raise BadStatement(words % {"row": row.number, "text": str(error)[:60]}, code="row") from error
    side = columns.payer if amount > 0 else columns.payee
    return BankRow(
        day,
        amount,
        " ".join(cell(row, columns.purpose).split())[:2000],
        " ".join((cell(row, columns.name) or cell(row, side)).split())[:200],
        re.sub(r"\s", "", cell(row, columns.iban))[:34],
        currency(cell(row, columns.currency)),
    )


def amount_of(row: Row, columns: Columns) -> int:
    """The amount with its sign, from one column or from debit and credit. Raises BadAmount."""
    if columns.amount:
        amount = amounts.bank_cents(cell(row, columns.amount))
        out = cell(row, columns.sign).casefold() in ("s", "soll")
        return -abs(amount) if out else amount
    debit, credit = cell(row, columns.debit), cell(row, columns.credit)
    return amounts.bank_cents(credit) if credit else -abs(amounts.bank_cents(debit))


def currency(text: str) -> str:
    """The currency; without a word, euros."""
    return "EUR" if text.upper() in ("", "€", "EUR", "EURO") else text.upper()[:3]
