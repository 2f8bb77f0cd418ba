"""The public list of members: search, filters with counts, map."""

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.alliance.enums import Basis, Level, OrganisationKind
from deele.alliance.queries.documents import SOURCE
from deele.directory.queries.pages import address, background, candidate, toggled
from deele.office.enums import Theme
from deele.places import queries as places
from deele.places.models import Place
from deele.search import queries as search
from deele.search.kinds import Hit, Query

PAGE_SIZE = 20
PARAMETERS = {"basis": "basis", "art": "kind", "ebene": "level", "thema": "theme"}


@dataclass
class Asked:
    """What the address asks for."""

    text: str = ""
    place_text: str = ""
    place: Place | None = None
    candidates: list[Any] = field(default_factory=list)
    facets: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    page: int = 1

    @property
    def query(self) -> Query:
        """What the index is asked."""
        return Query(
            source=SOURCE, text=self.text, facets=self.facets, place_key=self.place.key if self.place else "",
            sort="" if self.text else "title", limit=PAGE_SIZE, offset=(self.page - 1) * PAGE_SIZE,
        )  # fmt: skip


def labels(facet: str) -> dict[str, Any]:
    """The values of a filter with their names."""
    lists = {"basis": Basis, "kind": OrganisationKind, "level": Level, "theme": Theme}
    return dict(lists[facet].choices)


def titles() -> dict[str, str]:
    """The headings of the filters."""
    return {
        "basis": _("Belongs as"), "kind": _("Kind of organisation"), "level": _("Works in"), "theme": _("Theme"),
    }  # fmt: skip


def page(asked: Asked, data: QueryDict) -> dict[str, Any]:
    """Everything of the list."""
    query = asked.query
    result = search.search(query)
    last = query.start + len(result.hits)
    box = places.box_of(asked.place) if asked.place else places.box_of_all()
    return {
        "asked": asked,
        "result": result,
        "cards": [card(hit) for hit in result.hits],
        "groups": groups(asked, dict(result.facets), data),
        "chips": chips(asked, data),
        "places": [(candidate(match), address(data, ort=[match.place.key])) for match in asked.candidates],
        "first": query.start + 1,
        "last": last,
        "previous": address(data, seite=[str(asked.page - 1)]) if asked.page > 1 else "",
        "next": address(data, seite=[str(asked.page + 1)]) if last < result.total else "",
        "map_url": reverse("alliance:map") + address(data),
        "map_box": ",".join(f"{side:.4f}" for side in box),
        "background": background(),
        "hidden": [(name, value) for name in PARAMETERS for value in data.getlist(name)],
        "clear_url": "?",
    }


def card(hit: Hit) -> dict[str, str]:
    """A hit as a card."""
    data = hit.data
    through = _("through %(name)s") % {"name": data["umbrella"]} if data["umbrella"] else ""
    return {
        "ref": hit.ref,
        "title": data["title"],
        "href": data["url"],
        "kind": str(labels("kind").get(data["kind"], "")),
        "place": data["place"],
        "line": data["line"] or through,
        "note": str(Basis(data["basis"]).label),
    }


def groups(asked: Asked, counted: dict[str, list[tuple[str, int]]], data: QueryDict) -> list[dict[str, Any]]:
    """The filters, each value with its count and its address; empty filters are left out."""
    found = []
    for parameter, facet in PARAMETERS.items():
        named, chosen, counts = labels(facet), asked.facets.get(facet, []), dict(counted.get(facet, []))
        options = [
            {
                "label": named[value],
                "count": counts.get(value, 0),
                "url": toggled(data, parameter, value),
                "active": value in chosen,
            }
            for value in [*counts, *(value for value in chosen if value not in counts)]
            if value in named
        ]
        if options:
            found.append({"title": titles()[facet], "options": options, "open": bool(chosen) or facet == "basis"})
    return found


def chips(asked: Asked, data: QueryDict) -> list[dict[str, str]]:
    """The filters in force, each with the address without it."""
    found = []
    if asked.text:
        found.append({"label": f"„{asked.text}“", "url": address(data, q=None)})
    if asked.place:
        found.append({"label": str(asked.place), "url": address(data, ort=None)})
    for parameter, facet in PARAMETERS.items():
        found += [
            {"label": str(labels(facet)[value]), "url": toggled(data, parameter, value)}
            for value in asked.facets.get(facet, [])
        ]
    return found
