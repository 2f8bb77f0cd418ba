"""What a member runs, on its public page."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.alliance.kinds import member_sections
from deele.alliance.queries import entries


class Runs:
    """Its entries in the directory."""

    key = "alliance.entries"
    rank = 30
    title: Promise | str = _("In the directory")
    template = "alliance/sections/entries.html"

    def context(self, membership: Any) -> dict[str, Any] | None:
        """Public entries; nothing where there is none."""
        found = entries.of_member(membership)
        return {"entries": found} if found else None


member_sections.fill(Runs())
