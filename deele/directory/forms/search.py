"""The search as one address: every filter is a parameter, unknown values are named and left out."""

from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.core.geo import GERMANY, Box
from deele.directory.enums import Block, LegalForm, Phase, TargetGroup
from deele.directory.kinds.catalogue import kinds
from deele.directory.queries.pages import RADII
from deele.places import queries as places
from deele.places.models import Place
from deele.search.kinds import Query

PARAMETERS = {
    "baustein": "block",
    "art": "kind",
    "phase": "phase",
    "rechtsform": "legal_form",
    "zielgruppe": "target_group",
    "sucht": "seeking",
    "bestaetigt": "confirmed",
}
BY_FACET = {facet: parameter for parameter, facet in PARAMETERS.items()}
PAGE_SIZE = 20
MAX_PAGE = 500
MAX_TEXT = 200


def allowed(facet: str) -> set[str]:
    """The values a facet knows."""
    known: dict[str, Any] = {
        "block": Block.values,
        "kind": kinds.keys(),
        "phase": Phase.values,
        "legal_form": LegalForm.values,
        "target_group": TargetGroup.values,
        "seeking": ["ja"],
        "confirmed": ["12"],
    }
    return set(known[facet])


@dataclass
class Request:
    """A search as it was asked, understood as far as possible."""

    text: str = ""
    place_text: str = ""
    place: Place | None = None
    candidates: list[Any] = field(default_factory=list)
    radius_km: int | None = None
    facets: dict[str, list[str]] = field(default_factory=dict)
    page: int = 1
    notes: list[str] = field(default_factory=list)

    def query(self, source: str, *, limit: int = PAGE_SIZE) -> Query:
        """What the index is asked."""
        near = self.place is not None and self.radius_km is not None
        return Query(
            source=source,
            text=self.text,
            facets=self.facets,
            place_key=self.place.key if self.place and not near else "",
            lat=self.place.lat if self.place and near else None,
            lon=self.place.lon if self.place and near else None,
            radius_km=self.radius_km if near else None,
            limit=limit,
            offset=(self.page - 1) * PAGE_SIZE,
        )


def understand(data: QueryDict) -> Request:
    """Read the parameters of a search address; nothing in them is an error."""
    asked = Request(text=typed(data.get("q", "")), place_text=typed(data.get("ort", "")))
    find_place(asked)
    asked.radius_km = radius(data.get("umkreis", ""))
    for parameter, facet in PARAMETERS.items():
        values = list(dict.fromkeys(value for value in data.getlist(parameter)[:20] if value))
        known = [value for value in values if value in allowed(facet)]
        if known:
            asked.facets[facet] = known
        if len(known) < len(values):
            asked.notes.append(_("One of the filters is not known here and was left out."))
    asked.page = page(data.get("seite", ""))
    return asked


def typed(text: str) -> str:
    """What a person typed, without the sign no database keeps."""
    return text.replace("\0", "").strip()[:MAX_TEXT]


def find_place(asked: Request) -> None:
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
    return int(text) if text.isdigit() and int(text) in RADII else None


def page(text: str) -> int:
    """A page number; nonsense is page one."""
    return min(max(int(text), 1), MAX_PAGE) if text.isdigit() and len(text) < 6 else 1


def view_of(data: QueryDict) -> tuple[Box, int]:
    """The visible part of the map and its zoom; nonsense becomes Germany."""
    try:
        west, south, east, north = (float(part) for part in data.get("bbox", "").split(","))
        box = Box(west, south, east, north)
        zoom = int(float(data.get("zoom", "6")))
    except ValueError:
        return GERMANY, 6
    sound = all(isfinite(side) for side in box) and box.west < box.east and box.south < box.north
    return (box if sound else GERMANY), min(max(zoom, 0), 20)
