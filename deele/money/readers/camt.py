"""CAMT.053, the statement in XML that every German bank offers."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from defusedxml import DefusedXmlException, ElementTree
from django.utils.translation import gettext as _

from deele.money.readers.statement import BadStatement, BankRow, Statement

BOOKED = {None, "BOOK"}
FORMS = ("camt.053", "camt.052")


def read(content: bytes) -> Statement:
    """The booked movements. Raises BadStatement for entities, broken XML, other messages, sums that do not fit."""
    tree = safe(content)
    form = next((form for form in FORMS if f":{form}." in tree.tag), "")
    if not form:
        words = _("This XML file is no bank statement (CAMT.053). Please choose CAMT.053 or CSV at your bank.")
        raise BadStatement(words, code="no-camt")
    try:
        found = movements(content)
        rows = [row(one) for one in found if one.get("Status") in BOOKED]
    except (KeyError, ValueError, TypeError, InvalidOperation, AttributeError) as error:
        raise damaged() from error
    if sum(one.amount_cents for one in rows) != total(tree):
        raise damaged()
    accounts = {one["AccountIBAN"] for one in found if one.get("AccountIBAN")}
    if len(accounts) > 1:
        raise BadStatement(_("The file holds several accounts. Please export them one by one."), code="accounts")
    return Statement(form.upper(), next(iter(accounts), ""), rows)


def safe(content: bytes) -> Any:
    """The XML, once it is known to hold no entities and no outside references. Raises BadStatement."""
    try:
        return ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        words = _("This XML file holds entities or a DTD, which no bank writes. It was refused; nothing was read.")
        raise BadStatement(words, code="entities") from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise damaged() from error


def damaged() -> BadStatement:
    """The refusal of a file that does not hold together."""
    words = _("The CAMT file is damaged or not complete, so nothing of it was taken. Please export it once more.")
    return BadStatement(words, code="damaged")


def movements(content: bytes) -> list[dict[str, Any]]:
    """What the library reads. Raises BadStatement."""
    from lxml import etree  # noqa: PLC0415  heavy, and wanted for uploads alone
    from pycamt.parser import Camt053ParseError, Camt053Parser  # noqa: PLC0415  as above

    try:
        return list(Camt053Parser(content).get_transactions())
    except (Camt053ParseError, etree.XMLSyntaxError) as error:
        raise damaged() from error


def row(one: dict[str, Any]) -> BankRow:
    """A movement as we keep it."""
    comes_in = one["CreditDebitIndicator"] == "CRDT"
    side = "Debtor" if comes_in else "Creditor"
    purpose = one.get("RemittanceInformationFull") or one.get("RemittanceInformation")
    amount = cents(one["Amount"])
    return BankRow(
        date.fromisoformat(one["BookingDate"][:10]),
        amount if comes_in else -amount,
        " ".join((purpose or one.get("AdditionalEntryInformation") or "").split()),
        one.get(f"{side}Name") or "",
        one.get(f"{side}IBAN") or "",
        one.get("Currency") or "EUR",
    )


def cents(text: str) -> int:
    """An amount such as 59.00. Raises ValueError for fractions of a cent."""
    amount = Decimal(text) * 100
    if amount != amount.to_integral_value() or not 0 <= amount < 10**13:
        raise ValueError(text)
    return int(amount)


def total(tree: Any) -> int:
    """The sum of the booked entries, read without the library: details that say no amount would count twice."""
    found = 0
    for entry in tree.iter():
        if not entry.tag.endswith("}Ntry"):
            continue
        parts = {child.tag.rpartition("}")[2]: child for child in entry}
        status = parts.get("Sts")
        code = None if status is None else (status[0].text if len(status) else status.text)
        if code in BOOKED:
            amount = cents(parts["Amt"].text)
            found += amount if parts["CdtDbtInd"].text == "CRDT" else -amount
    return found
