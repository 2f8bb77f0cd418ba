"""Members of carriers as the office looks at them, and a list about to be taken in."""

from dataclasses import asdict
from datetime import date
from typing import IO, Any

from django.core import signing
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from deele.core import spreadsheet
from deele.core.tabular import BadTable
from deele.events.models import CarrierMember
from deele.events.readers import member_rows
from deele.events.readers.member_rows import MemberRow

SALT = "events.members"
MOST = 3000
HOLDS = 3600  # seconds between looking at a list and taking it in


def members_of(carriers: Any, text: str, today: date, *, ended: bool) -> QuerySet[CarrierMember]:
    """Members by a word of the name, address or number."""
    over = Q(valid_until__lt=today)
    found = CarrierMember.objects.filter(carrier__in=carriers).filter(over if ended else ~over)
    if text:
        found = found.filter(Q(name__icontains=text) | Q(email__icontains=text) | Q(number__icontains=text))
    return found.select_related("carrier")


def read_list(file: IO[bytes], name: str) -> list[MemberRow]:
    """The rows of a file. Raises BadTable."""
    table = spreadsheet.read(file, name)
    named = member_rows.columns(table.header)
    if "name" not in named:
        raise BadTable(_("No column is called “Name”, so we cannot tell who is meant. Please name the columns."))
    rows = [member_rows.read(row.number, row, named) for row in table.rows]
    if len(rows) > MOST:
        raise BadTable(_("These are more than %(most)s rows. Please send the list in parts.") % {"most": MOST})
    return rows


def sealed(rows: list[MemberRow]) -> str:
    """The rows as the form carries them on; nobody can change them on the way."""
    plain = [{**asdict(row), "valid_until": row.valid_until.isoformat() if row.valid_until else None} for row in rows]
    return signing.dumps(plain, salt=SALT, compress=True)


def opened(text: str) -> list[MemberRow]:
    """The rows again. Raises signing.BadSignature."""
    plain = signing.loads(text, salt=SALT, max_age=HOLDS)
    return [
        MemberRow(**{**row, "valid_until": date.fromisoformat(row["valid_until"]) if row["valid_until"] else None})
        for row in plain
    ]
