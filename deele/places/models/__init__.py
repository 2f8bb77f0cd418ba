"""Places and the facts about them."""

from deele.places.enums import Level, NameKind
from deele.places.models.facts import Indicator, IndicatorValue
from deele.places.models.load import Edition, Load
from deele.places.models.place import Place, PlaceName, Postcode, Shape

__all__ = [
    "Edition",
    "Indicator",
    "IndicatorValue",
    "Level",
    "Load",
    "NameKind",
    "Place",
    "PlaceName",
    "Postcode",
    "Shape",
]
