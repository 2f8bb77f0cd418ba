"""An old list of subscribers as plain rows: which column means what, and what its cells say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from deele.core import text
from deele.core.tabular import BadTable, Table
from deele.mail.rules import headers

COLUMNS: dict[str, tuple[str, ...]] = {
    "email": ("email", "e mail", "mail", "adresse", "e mail adresse", "mailadresse", "address", "email address"),
    "name": ("name", "vor und nachname", "kontakt"),
    "areas": ("bereiche", "bereich", "newsletter", "areas", "liste", "listen"),
    "proof_on": ("nachweis datum", "datum", "einwilligung am", "datum der einwilligung", "proof date", "date"),
    "proof_way": ("nachweis art", "art", "weg", "einwilligung durch", "proof way", "way"),
    "proof_text": ("nachweis text", "text", "wortlaut", "einwilligungstext", "proof text"),
}
HEADINGS = ("E-Mail", "Name", "Bereiche", "Nachweis Datum", "Nachweis Art", "Nachweis Text")
NEEDED = ("email", "proof_on", "proof_way", "proof_text")
DAYS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y")
NAMED = re.compile(r"[^<>,;\r\n]*<([^<>\s]+)>")  # Name <address>
BETWEEN = re.compile(r"[,;|/]")


@dataclass(frozen=True)
class ListLine:
    """One row as it was read. Empty parts stay empty: judging is not the reader's work."""

    number: int
    email: str
    name: str = ""
    areas: tuple[str, ...] = ()
    proof_on: date | None = None
    proof_way: str = ""
    proof_text: str = ""


def lines(table: Table) -> Iterator[ListLine]:
    """Every row of the table. Raises BadTable where a column is missing that no row can do without."""
    columns = recognise(table.header)
    for row in table.rows:
        cells = {name: row[heading] for name, heading in columns.items()}
        yield ListLine(
            number=row.number,
            email=address(cells["email"]),
            name=one_line(cells.get("name", ""), 120),
            areas=tuple(part.strip() for part in BETWEEN.split(cells.get("areas", "")) if part.strip()),
            proof_on=day(cells["proof_on"]),
            proof_way=one_line(cells["proof_way"], 120),
            proof_text=cells["proof_text"].strip()[:2000],
        )


def recognise(header: list[str]) -> dict[str, str]:
    """Field → heading. Raises BadTable."""
    named = {" ".join(text.words(heading)): heading for heading in header}
    found = {
        name: named[wanted]
        for name, synonyms in COLUMNS.items()
        if (wanted := next((word for word in synonyms if word in named), None))
    }
    missing = [HEADINGS[list(COLUMNS).index(name)] for name in NEEDED if name not in found]
    if missing:
        words = _(
            "The list lacks these columns: %(missing)s. Each row needs its proof of consent: when, how, and to "
            "which text. Without it nobody may be taken over."
        )
        raise BadTable(words % {"missing": ", ".join(missing)}, code="columns")
    return found


def address(cell: str) -> str:
    """The bare address in lower letters; empty for what is none, so that nothing slips into the head of a mail."""
    try:
        named = NAMED.fullmatch(cell.strip())
        return headers.clean_address(named[1] if named else cell).lower()
    except headers.BadAddress:
        return ""


def one_line(cell: str, limit: int) -> str:
    """Text without line breaks and control signs."""
    return headers.clean_subject(cell, limit)


def day(cell: str) -> date | None:
    """A day as people write it; a time behind it is left out."""
    plain = cell.strip().split("T")[0].split(" ")[0].rstrip(",")
    for form in DAYS:
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007  a day, no instant
        except ValueError:
            continue
    return None


def area_ids(names: tuple[str, ...], known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Keys of the areas named, and the names nobody knows. `known`: folded key or name → key."""
    keys, unknown = [], []
    for name in names:
        key = known.get(text.fold(name))
        (keys if key else unknown).append(key or name)
    return list(dict.fromkeys(keys)), unknown
