"""The calendar as one address: every filter is a parameter, unknown values are named and left out."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.events.enums import Format, Kind
from deele.events.queries.calendar import Asked
from deele.events.queries.calendar_page import PARAMETERS, RADII
from deele.office.enums import Theme
from deele.office.models import Area
from deele.places import queries as places

MAX_PAGE = 500
MAX_TEXT = 200
MOST_VALUES = 20


def understand(data: QueryDict) -> Asked:
    """Read the parameters of an address; nothing in them is an error."""
    asked = Asked(text=typed(data.get("q", "")), place_text=typed(data.get("ort", "")))
    find_place(asked)
    asked.radius_km = radius(data.get("umkreis", ""))
    for parameter, facet in PARAMETERS.items():
        choose(asked, facet, data.getlist(parameter)[:MOST_VALUES])
    asked.only_free = data.get("frei", "") == "ja"
    asked.is_past = data.get("zeit", "") == "vergangen"
    asked.year = number(data.get("jahr", ""), 9999)
    asked.page = number(data.get("seite", ""), MAX_PAGE) or 1
    return asked


def choose(asked: Asked, facet: str, given: list[str]) -> None:
    """Take the known values of a filter; say so when there were others."""
    values = [value for value in dict.fromkeys(given) if value]
    if not values:
        return
    known = allowed(facet)
    if chosen := [value for value in values if value in known]:
        asked.chosen[facet] = chosen
    if len(asked.chosen.get(facet, [])) < len(values):
        asked.notes.append(_("One of the filters is not known here and was left out."))


def allowed(facet: str) -> set[str]:
    """The values a filter knows."""
    if facet == "area":
        return set(Area.objects.values_list("key", flat=True))
    return set({"kind": Kind.values, "format": Format.values, "theme": Theme.values}[facet])


def typed(text: str) -> str:
    """What a person typed, without the sign no database keeps."""
    return text.replace("\0", "").strip()[:MAX_TEXT]


def find_place(asked: Asked) -> None:
    """Take the place when the text means exactly one; otherwise offer all it may mean."""
    if not asked.place_text:
        return
    asked.place = places.by_key(asked.place_text) or places.exactly(asked.place_text)
    if asked.place is not None:
        return
    asked.candidates = places.find(asked.place_text, limit=8)
    if not asked.candidates:
        asked.notes.append(_("We do not know this place. Please check the spelling, or write the postcode."))


def radius(text: str) -> int | None:
    """One of the offered distances in kilometres, else none."""
    return int(text) if text.isascii() and text.isdigit() and int(text[:4]) in RADII else None


def number(text: str, most: int) -> int | None:
    """A whole number from 1 to `most`; nonsense is none."""
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 6 else None
