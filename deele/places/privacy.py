"""Places say nothing about a person. The fields are named one by one, so that a new one is thought about."""

from django.utils.translation import gettext_lazy as _

from deele.places.models import Edition, Indicator, IndicatorValue, Load, Place, PlaceName, Postcode, Shape
from deele.privacy.kinds import register

PURPOSE = _("Finding places and showing official figures about them.")

register(
    Place,
    purpose=PURPOSE,
    keep=[
        "source", "source_url", "as_of", "as_of_precision", "licence", "key", "level", "name", "sort_name",
        "designation", "kind", "display_name", "parent", "state_key", "region_key", "district_key",
        "association_key", "municipality_key", "seat", "population", "population_on", "area_km2", "town_type",
        "lat", "lon", "west", "south", "east", "north", "is_uninhabited", "valid_from", "valid_until", "successor",
    ],
)  # fmt: skip
register(PlaceName, purpose=PURPOSE, keep=["place", "name", "folded", "kind", "source"])
register(Postcode, purpose=PURPOSE, keep=["code", "place", "lat", "lon", "source"])
register(Shape, purpose=PURPOSE, keep=["place", "level", "geojson", "source"])
register(Indicator, purpose=PURPOSE, keep=["key", "title", "unit", "source", "licence"])
register(IndicatorValue, purpose=PURPOSE, keep=["place", "indicator", "year", "value"])
register(Load, purpose=PURPOSE, keep=["at", "origin", "register_on", "files", "counts", "seconds"])
register(Edition, purpose=PURPOSE, keep=["stamp", "grown", "grown_stamp"])
