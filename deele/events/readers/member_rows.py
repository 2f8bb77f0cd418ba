"""Rows of a list of members, understood as far as they can be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from deele.core import dates
from deele.core.text import fold

HEADINGS = {
    "name": ("name", "mitglied", "organisation", "verein"),
    "email": ("email", "e mail", "mail", "emailadresse", "e mail adresse"),
    "number": ("nummer", "mitgliedsnummer", "nr", "mitglied nr", "mitgliedsnr"),
    "valid_until": ("gueltig bis", "gultig bis", "mitglied bis", "bis", "austritt"),
}


@dataclass
class MemberRow:
    """A row; `problems` keep it out."""

    number: int
    name: str = ""
    email: str = ""
    member_number: str = ""
    valid_until: date | None = None
    problems: list[str] = field(default_factory=list)


def columns(header: list[str]) -> dict[str, str]:
    """Which heading means what."""
    known = {word: name for name, words in HEADINGS.items() for word in words}
    found: dict[str, str] = {}
    for heading in header:
        plain = " ".join(fold(heading).replace("-", " ").replace(".", " ").split())
        if plain in known:
            found.setdefault(known[plain], heading)
    return found


def read(number: int, cells: Mapping[str, str], named: Mapping[str, str]) -> MemberRow:
    """Understand one row."""
    told = {name: cells.get(heading, "").strip() for name, heading in named.items()}
    row = MemberRow(number, told.get("name", "")[:200], told.get("email", ""), told.get("number", "")[:40])
    if not row.name:
        row.problems.append(_("There is no name."))
    if row.email:
        try:
            validate_email(row.email)
        except ValidationError:
            row.problems.append(_("“%(text)s” is no e-mail address.") % {"text": row.email})
    if text := told.get("valid_until", ""):
        try:
            row.valid_until = dates.parse(text).day
        except dates.BadDate:
            row.problems.append(_("“%(text)s” is no date.") % {"text": text})
    return row
