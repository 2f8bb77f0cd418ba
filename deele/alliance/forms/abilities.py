"""The list as one address: every filter is a parameter, unknown values are named and left out."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.alliance.queries.abilities import NO_PLACE, ONLY_STATE, ONLY_THERE, Asked, labels
from deele.places import queries as places


def understand(data: QueryDict) -> Asked:
    """Read the parameters of an address; nothing in them is an error."""
    asked = Asked(
        text=clear(data, "q"), place_text=clear(data, "ort"), page=data.get("blatt", ""), only=data.get("nur", "")
    )
    if asked.only not in (ONLY_THERE, ONLY_STATE, NO_PLACE):
        asked.only = ""
    for parameter, (_title, values) in labels().items():
        given = [value for value in dict.fromkeys(data.getlist(parameter)[:30]) if value]
        if chosen := [value for value in given if value in values]:
            asked.chosen[parameter] = chosen
        if len(chosen) < len(given):
            asked.notes.append(_("One of the filters is not known here and was left out."))
    find_place(asked)
    return asked


def clear(data: QueryDict, name: str) -> str:
    """A text of the address, short and without what breaks a query."""
    return data.get(name, "").replace("\0", "").strip()[:200]


def find_place(asked: Asked) -> None:
    """Take the place when the text means exactly one; otherwise say so."""
    if not asked.place_text:
        return
    asked.place = places.by_key(asked.place_text) or places.exactly(asked.place_text)
    if asked.place is None:
        asked.candidates = places.find(asked.place_text, limit=8)
        if not asked.candidates:
            asked.notes.append(_("We do not know this place. Please check the spelling, or write the postcode."))
