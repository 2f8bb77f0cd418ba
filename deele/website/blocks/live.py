"""Parts that show records of the directory as they are today. They ask its queries and keep nothing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from deele.directory.kinds.catalogue import labels
from deele.directory.queries import around, cards
from deele.directory.queries.documents import SOURCE
from deele.places import queries as places
from deele.search import queries as search
from deele.search.kinds import Query

MOST = 12
NEAR_KM = 25


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds of entries there are."""
    return sorted(labels().items(), key=lambda pair: str(pair[1]))


class PlaceBlock(blocks.CharBlock):
    """A place by its name; an unclear one is refused while it can still be mended."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned and places.exactly(cleaned) is None:
            raise ValidationError(
                _("“%(name)s” is not clearly one place. Please add the district, or the key in brackets."),
                params={"name": cleaned},
            )
        return cleaned


PLACE_HELP = _("For example “Verden (Aller)” or “Neuenkirchen, Landkreis Osnabrück (03459027)”.")


class Entries(blocks.StructBlock):
    """Entries near a place, of a kind, or both."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    place = PlaceBlock(required=False, label=_("near this place"), help_text=PLACE_HELP)
    kind = blocks.ChoiceBlock(choices=kind_choices, required=False, label=_("only this kind"))
    seeking = blocks.BooleanBlock(required=False, label=_("only those who look for people"))
    number = blocks.IntegerBlock(default=3, min_value=1, max_value=MOST, label=_("how many"))

    class Meta:
        icon = "site"
        label = _("entries of the directory")
        template = "website/blocks/entries.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        place = places.exactly(value["place"]) if value.get("place") else None
        result = search.search(query_of(value, place))
        asked = {
            "art": value.get("kind"),
            "sucht": "ja" if value.get("seeking") else "",
            "ort": place.key if place else "",
            "umkreis": NEAR_KM if place else "",
        }
        parameters = urlencode({name: given for name, given in asked.items() if given})
        return {
            **context,
            "cards": cards.cards(result.hits, timezone.localdate()),
            "total": result.total,
            "all_url": f"{reverse('directory:search')}?{parameters}",
        }


def query_of(value: Any, place: Any) -> Query:
    """What the part asks the index."""
    facets = {"kind": [value["kind"]]} if value.get("kind") else {}
    if value.get("seeking"):
        facets["seeking"] = ["ja"]
    limit = value.get("number") or 3
    if place is None or place.lat is None:
        return Query(source=SOURCE, facets=facets, limit=limit, place_key=place.key if place else "", sort="fresh")
    near = {"lat": place.lat, "lon": place.lon, "radius_km": NEAR_KM, "sort": "distance"}
    return Query(source=SOURCE, facets=facets, limit=limit, **near)


class Offices(blocks.StructBlock):
    """Who is responsible for a place; without a place, the box to name one."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    place = PlaceBlock(required=False, label=_("responsible for this place"), help_text=PLACE_HELP)
    number = blocks.IntegerBlock(default=4, min_value=1, max_value=MOST, label=_("how many"))

    class Meta:
        icon = "group"
        label = _("offices responsible for a place")
        template = "website/blocks/offices.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        place = places.exactly(value["place"]) if value.get("place") else None
        found = around.helpers(place) if place else []
        return {**context, "place": place, "helpers": found[: value.get("number") or 4]}
