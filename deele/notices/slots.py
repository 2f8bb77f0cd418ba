"""What notices put on the pages of entries and places, and what newsletters can be built from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.directory.kinds.sections import sections as entry_sections
from deele.directory.models import Entry
from deele.mail.kinds import Piece, Wish, sources
from deele.notices.queries import around, entries, pieces
from deele.places.models import Place
from deele.places.slots import sections as place_sections


class OfEntry:
    """Whom a project looks for."""

    key = "notices"
    rank = 20
    title = _("Seeks and offers")
    template = "notices/sections/entry.html"

    def context(self, entry: Entry) -> dict[str, Any] | None:
        """Its notices; for a kind that seeks people, the way to write one."""
        found = entries.of_entry(entry)
        if not found and not entry.kind_of.seeks:
            return None
        return {"cards": [around.card(one) for one in found], "write_url": entries.write_url(entry)}


class OfPlace:
    """Who seeks and offers around a place."""

    key = "notices"
    rank = 40
    title = _("Who seeks and offers here")
    template = "notices/sections/place.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        """The newest; nothing where there is none."""
        found = around.at_place(place)
        if not found:
            return None
        url = f"{reverse('notices:list')}?ort={place.key}&umkreis={around.NEAR_KM}"
        return {"cards": [around.card(one) for one in found], "list_url": url, "place": place}


class NewNotices:
    """New public notices, for newsletters."""

    key = "notices"
    title = _("New notices")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What became active and fits, the newest first."""
        return pieces.newest(wish)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state; what has ended is left out."""
        return pieces.by_refs(refs)


entry_sections.fill(OfEntry())
place_sections.fill(OfPlace())
sources.add(NewNotices.key, NewNotices(), rank=35)
