"""Where others name a member: hosts, operators and partners are written as words, not chosen from a list.

Only a whole name counts, or a whole name between commas, semicolons or line ends: "Diakonie" is not every Diakonie.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from deele.alliance.enums import OrganisationKind
from deele.alliance.models import Membership

PARTED = re.compile(r"[,;\n]")


def names_of(member: Membership) -> frozenset[str]:
    """Its name and its former ones. None for private people: nobody collects what a person does elsewhere."""
    if member.kind == OrganisationKind.PRIVATE:
        return frozenset()
    return frozenset(name for name in (member.name, *member.former_names) if isinstance(name, str) and name.strip())


def mentioned(names: Iterable[str], *columns: str) -> Q:
    """Rows in which one of these columns holds one of the names somewhere; `is_named` looks closer."""
    wanted = Q(pk__in=[])
    for name in names:
        for column in columns:
            wanted |= Q(**{f"{column}__icontains": name})
    return wanted


def is_named(names: Iterable[str], *texts: str) -> bool:
    """Whether one of the texts is one of the names, or holds it as one of its parts."""
    wanted = {plain(name) for name in names}
    return any(plain(part) in wanted for text in texts for part in (text, *PARTED.split(text)))


def plain(text: Any) -> str:
    """A name as names are compared."""
    return " ".join(str(text).split()).casefold()
