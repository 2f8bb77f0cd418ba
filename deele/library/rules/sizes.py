"""The size of a place by inhabitants, as German spatial statistics cut it (BBSR types of towns and municipalities)."""

from deele.library.enums.examples import PlaceType

STEPS = ((5_000, PlaceType.VILLAGE), (20_000, PlaceType.SMALL_TOWN), (100_000, PlaceType.TOWN))


def size_of(population: int | None) -> str:
    """The kind of place; empty while the number of inhabitants is not known."""
    if population is None:
        return ""
    return next((kind for below, kind in STEPS if population < below), PlaceType.CITY)


def distance(one: str, other: str) -> int:
    """How many steps two kinds of places lie apart; what is not known is as far as can be."""
    order = list(PlaceType)
    if not one or not other:
        return len(order)
    return abs(order.index(PlaceType(one)) - order.index(PlaceType(other)))
