"""Offices somebody may be referred to: those near a place, or those whose name was typed."""

from deele.directory.models import Entry
from deele.directory.queries.around import helpers
from deele.places.models import Place

SHOWN = 25


def near(place: Place | None, text: str = "") -> list[Entry]:
    """Public entries: by their title when a text is given, else the offices responsible for the place."""
    if text.strip():
        named = Entry.objects.public().filter(title__icontains=text.strip()[:80])
        return list(named.select_related("place").order_by("title")[:SHOWN])
    return [helper.entry for helper in helpers(place)[:SHOWN]] if place else []
