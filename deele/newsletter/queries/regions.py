"""Districts by what people type."""

from deele.places import queries as places
from deele.places.enums import Level
from deele.places.models import Place

WIDE = (Level.STATE, Level.REGION, Level.DISTRICT)
LIMIT = 8


def named(text: str) -> list[Place]:
    """The districts (or region, or state) the text may mean; one where it is clear, none where it is unknown."""
    exact = places.exactly(text)
    if exact is not None:
        return [wide] if (wide := widened(exact)) else []
    found = [widened(match.place) for match in places.find(text, limit=LIMIT)]
    return list(dict.fromkeys(place for place in found if place))


def widened(place: Place) -> Place | None:
    """The place itself from the level of districts up, else its district."""
    if place.level in WIDE:
        return place
    return Place.objects.filter(key=place.district_key, level=Level.DISTRICT).first() if place.district_key else None
