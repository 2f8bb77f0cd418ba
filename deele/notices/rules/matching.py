"""How well two notices fit, with reasons a person understands. Pure: values in, a judgement out.

Weights are ours, from what the field says decides first: place, money, time, then the form of living (domain §4.6).
Need of access and care counts in the rank and has no words here: no reason may let anybody guess it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from deele.core.geo import distance_km
from deele.notices.enums import Care, Equity, Horizon, Household, Monthly, Wishes
from deele.notices.rules.kinds import kind

ENOUGH = 30  # below this nobody is told
OPPOSITES = ((Wishes.PETS, Wishes.NO_PETS), (Wishes.NEAR, Wishes.QUIET))


class Circle(NamedTuple):
    """A place with how far around it: kilometres from its middle."""

    lat: float
    lon: float
    reach_km: float


@dataclass(frozen=True)
class Needs:
    """What somebody needs: keys of Access and Care, and forms of living that say as much (a care flat-share).

    Read by `hidden` alone.
    """

    access: frozenset[str] = frozenset()
    care: str = ""
    forms: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.access or self.care or self.forms)


@dataclass(frozen=True)
class Side:
    """One notice as the match sees it."""

    kind: str
    circles: tuple[Circle, ...]
    area_types: frozenset[str] = frozenset()
    household: str = ""
    with_children: str = ""
    ages: frozenset[str] = frozenset()
    housing_forms: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    equity: str = ""
    monthly: str = ""
    horizon: str = ""
    wishes: frozenset[str] = frozenset()
    partner_own: str = ""
    partner_wanted: frozenset[str] = frozenset()
    access_offered: frozenset[str] = frozenset()
    care_offered: str = ""
    needs: Needs = field(default_factory=Needs)


@dataclass(frozen=True)
class Reason:
    """Why it fits, or what to talk about (`fits` False). `key` finds its sentence (queries.words), `value` fills it."""

    key: str
    points: int
    value: str | list[str] = ""
    fits: bool = True


@dataclass(frozen=True)
class Judgement:
    """How well two sides fit. `rank` orders and counts hidden needs; `reasons` and whether it is told never do."""

    rank: int
    reasons: tuple[Reason, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether it is worth telling. Decided by what is visible, so that a missing pair gives no need away."""
        return sum(reason.points for reason in self.reasons) >= ENOUGH


NO = Judgement(0)


def judge(one: Side, other: Side) -> Judgement:
    """How well they fit, the same whichever way round. NO where kind or place rule it out."""
    if other.kind not in kind(one.kind).fits:
        return NO
    near = distance(one, other)
    if near is None or not partners(one, other):
        return NO
    seeker, offer = (other, one) if kind(one.kind).offers else (one, other)
    found = [near, *(reason for check in CHECKS if (reason := check(seeker, offer)) is not None)]
    rank = sum(reason.points for reason in found) + hidden(seeker, offer)
    return Judgement(max(0, min(100, rank)), tuple(sorted(found, key=lambda reason: (-reason.points, reason.key))))


def distance(one: Side, other: Side) -> Reason | None:
    """The nearest two circles that touch; None when none do."""
    best: tuple[float, Circle, Circle] | None = None
    for mine in one.circles:
        for theirs in other.circles:
            km = distance_km(mine.lat, mine.lon, theirs.lat, theirs.lon)
            if km <= mine.reach_km + theirs.reach_km and (best is None or km < best[0]):
                best = km, mine, theirs
    if best is None:
        return None
    km = best[0]
    if km < 1:
        return Reason("same-place", 30)
    return Reason("distance", 30 if km <= 10 else 24 if km <= 30 else 16, str(round(km)))


def partners(one: Side, other: Side) -> bool:
    """Each is what the other looks for; what was not said stands in nobody's way."""
    for seeking, being in ((one, other), (other, one)):
        if seeking.partner_wanted and being.partner_own and being.partner_own not in seeking.partner_wanted:
            return False
    return True


def shared(key: str, name: str, points: int, against: int) -> Callable[[Side, Side], Reason | None]:
    """A check of a list: something in common speaks for it, nothing in common is to be talked about."""

    def check(seeker: Side, offer: Side) -> Reason | None:
        mine, theirs = getattr(seeker, name), getattr(offer, name)
        if not mine or not theirs:
            return None
        common = sorted(mine & theirs)
        return Reason(key, points, common) if common else Reason(key, against, fits=False)

    return check


def money(key: str, name: str, bands: list[str]) -> Callable[[Side, Side], Reason | None]:
    """A check of a band of money: what is asked against what one has."""

    def check(seeker: Side, offer: Side) -> Reason | None:
        has, asked = getattr(seeker, name), getattr(offer, name)
        if not has or not asked:
            return None
        over = bands.index(asked) - bands.index(has)
        if over <= 0:
            return Reason(key, 14)
        return Reason(key, -6 if over == 1 else -30, "near" if over == 1 else "far", fits=False)

    return check


def household(seeker: Side, offer: Side) -> Reason | None:
    """Whether there is room for all of them."""
    if not seeker.household or not offer.household:
        return None
    sizes = Household.values
    fits = sizes.index(seeker.household) <= sizes.index(offer.household)
    return Reason("household-fits", 8) if fits else Reason("household", -20, fits=False)


def children(seeker: Side, offer: Side) -> Reason | None:
    """Whether children are welcome where there are some."""
    if seeker.with_children != "ja" or not offer.with_children:
        return None
    fits = offer.with_children == "ja"
    return Reason("children-fit", 6) if fits else Reason("children", -25, fits=False)


def horizon(seeker: Side, offer: Side) -> Reason | None:
    """Whether both think of the same time."""
    if not seeker.horizon or not offer.horizon:
        return None
    if Horizon.OPEN in (seeker.horizon, offer.horizon):
        return Reason("horizon-open", 6)
    apart = abs(Horizon.values.index(seeker.horizon) - Horizon.values.index(offer.horizon))
    return Reason("horizon-fits", 14) if apart == 0 else Reason("horizon", (2, -12)[apart - 1], fits=False)


def wishes(seeker: Side, offer: Side) -> Reason | None:
    """What both wish for; opposites are to be talked about."""
    for one, other in OPPOSITES:
        if (one in seeker.wishes and other in offer.wishes) or (other in seeker.wishes and one in offer.wishes):
            return Reason("wishes-differ", -10, [one.value, other.value], fits=False)
    common = sorted(seeker.wishes & offer.wishes)
    return Reason("wishes", min(12, 4 * len(common)), common) if common else None


def partner(seeker: Side, offer: Side) -> Reason | None:
    """Each is what the other looks for."""
    met = [
        being.partner_own
        for seeking, being in ((seeker, offer), (offer, seeker))
        if being.partner_own and being.partner_own in seeking.partner_wanted
    ]
    return Reason("partner", 15 * len(met), sorted(set(met))) if met else None


CHECKS: tuple[Callable[[Side, Side], Reason | None], ...] = (
    shared("housing-form", "housing_forms", 14, -10),
    shared("legal", "legal", 12, -15),
    shared("area-type", "area_types", 6, -4),
    shared("ages", "ages", 5, -8),
    money("equity", "equity", Equity.values),
    money("monthly", "monthly", Monthly.values),
    household,
    children,
    horizon,
    wishes,
    partner,
)


def hidden(seeker: Side, offer: Side) -> int:
    """What need of access and care does to the rank. Answers a number and nothing else, on purpose."""
    needs = seeker.needs
    missing = len(needs.access - offer.access_offered)
    points = 5 * len(needs.access & offer.access_offered) - 18 * missing
    if needs.care:
        grades = ["", *Care.values]
        points += 8 if grades.index(offer.care_offered) >= grades.index(needs.care) else -18
    if needs.forms:
        points += 14 if needs.forms & offer.housing_forms else -10
    return points
