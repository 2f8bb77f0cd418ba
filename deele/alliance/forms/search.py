"""The list of members as one address: every filter is a parameter, unknown values are named and left out."""

from math import isfinite

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.alliance.queries.listing import PARAMETERS, Asked, labels
from deele.core.geo import GERMANY, Box
from deele.places import queries as places

MAX_PAGE = 500


def understand(data: QueryDict) -> Asked:
    """Read the parameters of an address; nothing in them is an error."""
    asked = Asked(text=typed(data.get("q", "")), place_text=typed(data.get("ort", "")))
    for parameter, facet in PARAMETERS.items():
        values = list(dict.fromkeys(value for value in data.getlist(parameter)[:20] if value))
        known = [value for value in values if value in labels(facet)]
        if known:
            asked.facets[facet] = known
        if len(known) < len(values):
            asked.notes.append(_("One of the filters is not known here and was left out."))
    if asked.place_text:
        asked.place = places.by_key(asked.place_text) or places.exactly(asked.place_text)
        if asked.place is None:
            asked.candidates = places.find(asked.place_text, limit=8)
            if not asked.candidates:
                asked.notes.append(_("We do not know this place. Please check the spelling, or write the postcode."))
    page = data.get("seite", "")
    asked.page = min(max(int(page), 1), MAX_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return asked


def typed(text: str) -> str:
    """What a person typed, without the sign no database keeps."""
    return text.replace("\0", "").strip()[:200]


def view_of(data: QueryDict) -> tuple[Box, int]:
    """The visible part of the map and its zoom; nonsense becomes Germany."""
    try:
        box = Box(*(float(part) for part in data.get("bbox", "").split(",")))
        zoom = int(float(data.get("zoom", "6")))
    except (ValueError, TypeError, OverflowError):
        return GERMANY, 6
    sound = all(isfinite(side) for side in box) and box.west < box.east and box.south < box.north
    return (box if sound else GERMANY), min(max(zoom, 0), 20)
