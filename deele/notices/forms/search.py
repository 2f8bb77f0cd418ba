"""The list as one address: every filter is a parameter, unknown values are named and left out."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.notices.enums import Horizon, KindKey, Legal
from deele.notices.queries.forms_of_living import choices
from deele.notices.queries.public import RADII, Asked
from deele.places import queries as places

MAX_PAGE = 500


def understand(data: QueryDict) -> Asked:
    """Read the parameters of an address; nothing in them is an error."""
    asked = Asked(place_text=data.get("ort", "").replace("\0", "").strip()[:200])
    known = {
        "art": set(KindKey.values), "form": {key for key, _label in choices()}, "recht": set(Legal.values),
        "zeit": set(Horizon.values),
    }  # fmt: skip
    for parameter, values in known.items():
        given = [value for value in dict.fromkeys(data.getlist(parameter)[:20]) if value]
        if chosen := [value for value in given if value in values]:
            asked.chosen[parameter] = chosen
        if any(value not in values for value in given):
            asked.notes.append(_("One of the filters is not known here and was left out."))
    find_place(asked)
    radius, page = data.get("umkreis", ""), data.get("seite", "")
    asked.radius_km = int(radius) if radius in {str(km) for km in RADII} else 0
    asked.page = min(int(page), MAX_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return asked


def find_place(asked: Asked) -> None:
    """Take the place when the text means exactly one; otherwise say so."""
    if not asked.place_text:
        return
    asked.place = places.by_key(asked.place_text) or places.exactly(asked.place_text)
    if asked.place is None:
        asked.candidates = places.find(asked.place_text, limit=8)
        if not asked.candidates:
            asked.notes.append(_("We do not know this place. Please check the spelling, or write the postcode."))
