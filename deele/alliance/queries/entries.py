"""The entries of a member in the directory: its own, and those that name it as who runs them."""

from django.db.models import Q

from deele.alliance.models import Membership
from deele.alliance.queries.naming import is_named, mentioned, names_of
from deele.directory.models import Entry

SHOWN = 12
LOOKED_AT = 200


def of_member(member: Membership) -> list[Entry]:
    """Public entries by title. One query."""
    names = names_of(member)
    rows = Entry.objects.public().filter(Q(pk=member.entry_id) | mentioned(names, "operator"))
    rows = rows.select_related("place").order_by("title", "pk")
    return [row for row in rows[:LOOKED_AT] if row.pk == member.entry_id or is_named(names, row.operator)][:SHOWN]
