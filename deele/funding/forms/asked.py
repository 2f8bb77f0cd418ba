"""The public list as one address: every filter is a parameter, unknown values are named and left out."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.funding.enums import Applicant, Purpose
from deele.funding.queries.list_page import Asked
from deele.places import queries as places

MAX_TEXT = 120


def understand(data: QueryDict) -> Asked:
    """Read the parameters of an address; nothing in them is an error."""
    asked = Asked(text=typed(data.get("q", "")), place_text=typed(data.get("ort", "")))
    who, what = data.get("wer", ""), [value for value in dict.fromkeys(data.getlist("wofuer")[:20]) if value]
    asked.applicant = who if who in Applicant.values else ""
    asked.purposes = [value for value in what if value in Purpose.values]
    asked.only_open = data.get("offen", "") == "ja"
    if asked.applicant != who or len(asked.purposes) < len(what):
        asked.notes.append(_("One of the filters is not known here and was left out."))
    find_place(asked)
    return asked


def typed(text: str) -> str:
    """What a person typed, without the sign no database keeps."""
    return text.replace("\0", "").strip()[:MAX_TEXT]


def find_place(asked: Asked) -> None:
    """Take the place when the text means exactly one; otherwise offer all it may mean."""
    if not asked.place_text:
        return
    asked.place = places.by_key(asked.place_text) or places.exactly(asked.place_text)
    if asked.place is None:
        asked.candidates = places.find(asked.place_text, limit=8)
        if not asked.candidates:
            asked.notes.append(_("We do not know this place. Please check the spelling, or write the postcode."))
