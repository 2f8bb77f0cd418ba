"""What a case tells a plan that begins with it. No name, no note: a plan knows nothing of a case."""

from deele.accompaniment.enums import CarrierKind, Impulse
from deele.office.enums import Audience

CARRIERS = {
    Audience.POLITICS: CarrierKind.MUNICIPALITY,
    Audience.TOWN_HALL: CarrierKind.MUNICIPALITY,
    Audience.DISTRICT: CarrierKind.MUNICIPALITY,
    Audience.HOUSING: CarrierKind.COMPANY,
    Audience.CARE: CarrierKind.CARE,
    Audience.WELFARE: CarrierKind.FOUNDATION,
    Audience.SEEKING: CarrierKind.PRIVATE,
    Audience.OWNER: CarrierKind.PRIVATE,
    Audience.RELATIVE: CarrierKind.PRIVATE,
}
FROM_ABOVE = (CarrierKind.MUNICIPALITY, CarrierKind.COMPANY, CarrierKind.CARE, CarrierKind.FOUNDATION)


def carrier(audience: str) -> CarrierKind:
    """Whose plan it is, by who asked; a group when nothing else is known."""
    return CARRIERS.get(Audience(audience), CarrierKind.GROUP)


def impulse(audience: str) -> Impulse:
    """Where it begins: with people, or with an owner or a municipality."""
    above = carrier(audience) in FROM_ABOVE or audience == Audience.OWNER
    return Impulse.TOP_DOWN if above else Impulse.BOTTOM_UP
