"""Where a row belongs, asked once per combination of postcode, town, locality and district."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from deele.places import actions as place_actions
from deele.places import queries as places
from deele.places.enums import Level
from deele.places.models import Place
from deele.places.queries import Resolution

MOST_CANDIDATES = 8


@dataclass(frozen=True)
class Placed:
    """The place when it is certain, else the ones to choose from and why it is not certain."""

    place: Place | None
    candidates: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class Placer:
    """Finds places for many rows; remembers what it was asked."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], Placed] = {}
        self.learnt: dict[tuple[int, str], Place] = {}

    def find(self, where: dict[str, str]) -> Placed:
        """The place of an address, or the question to a person."""
        key = tuple(where.get(name, "") for name in ("postcode", "town", "locality", "district"))
        if key not in self.known:
            self.known[key] = self._ask(*key)
        return self.known[key]

    def _ask(self, postcode: str, town: str, locality: str, district: str) -> Placed:
        if not (postcode or town or locality):
            return Placed(None, [], [_("There is neither town nor postcode, so the place is not known.")])
        found = places.for_address(postcode=postcode, town=town, locality=locality, district=district)
        return _as_placed(found)

    def learn(self, place: Place, where: dict[str, str], source: str) -> Place:
        """The locality of the row within its municipality; new ones are learnt."""
        name = where.get("locality", "")
        if not name or place.level != Level.MUNICIPALITY:
            return place
        key = (place.pk, name)
        if key not in self.learnt:
            self.learnt[key] = place_actions.learn_locality(municipality=place, name=name, source=source)
        return self.learnt[key]


def _as_placed(found: Resolution) -> Placed:
    reasons = [found.reason] if found.reason else []
    if found.certain and found.place:
        return Placed(found.locality or found.place, [], reasons)
    return Placed(None, [place.key for place in found.candidates[:MOST_CANDIDATES]], reasons)
