"""How well a need and an offer of two members fit, with reasons. Pure: values in, a judgement out.

The table says which kinds belong together (domain §4.11): who hopes for good examples is met by who passes them on.
Points are ours: kind first, then theme, place, target group, time. What was not said stands in nobody's way.
"""

from dataclasses import dataclass
from datetime import date

from deele.alliance.enums import marks as enums

C, E = enums.Contribution, enums.Expectation
ENOUGH = 45  # below this nobody is told
PAIRS: dict[str, dict[str, int]] = {
    E.ACQUAINTANCE: {C.EXAMPLES: 24, C.PRACTICE: 24, C.JOINT_ACTION: 20, C.ROOMS: 14},
    E.EXPERIENCE: {C.ADVICE: 30, C.EXAMPLES: 28, C.PRACTICE: 26, C.EXPERTISE: 24, C.GROUP_WORK: 20},
    E.NETWORK: {C.PRACTICE: 30, C.GROUP_WORK: 24, C.LOCAL_ANCHOR: 20, C.PUBLICITY: 16},
    E.NO_PARALLELS: {C.DIRECTORY: 30, C.GROUP_WORK: 22, C.LOCAL_ANCHOR: 18},
    E.SYNERGIES: {C.GROUP_WORK: 24, C.ROOMS: 24, C.JOINT_ACTION: 24, C.PUBLICITY: 22, C.FUNDING: 22, C.DIRECTORY: 18},
    E.JOINT_PRACTICE: {C.GROUP_WORK: 26, C.JOINT_ACTION: 24, C.ADVICE: 24, C.LOCAL_ANCHOR: 22, C.FUNDING: 20},
    E.JOINT_MUNICIPAL: {C.LOCAL_ANCHOR: 32, C.ADVICE: 20, C.EXPERTISE: 18, C.EXAMPLES: 16},
    E.JOINT_POLITICS: {C.GROUP_WORK: 26, C.PUBLICITY: 24, C.DIRECTORY: 20, C.EXPERTISE: 20},
    E.JOINT_EVENTS: {C.JOINT_ACTION: 32, C.ROOMS: 30, C.PUBLICITY: 20, C.EXPERTISE: 18},
    E.GOOD_EXAMPLES: {C.EXAMPLES: 32, C.PUBLICATIONS: 26, C.DIRECTORY: 22, C.PRACTICE: 20},
    E.RECOGNITION: {C.PUBLICITY: 30, C.JOINT_ACTION: 20},
    E.STATE_DIALOGUE: {C.PUBLICITY: 24, C.JOINT_ACTION: 22, C.GROUP_WORK: 22, C.PRACTICE: 18},
}


@dataclass(frozen=True)
class Statement:
    """A marked passage as the match sees it. `chains`: for each of its places its own key and all keys above it."""

    kind: str
    member: int
    themes: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    everywhere: bool = False
    chains: tuple[tuple[str, ...], ...] = ()
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class Reason:
    """Why it fits. `key` finds its sentence (queries.matches), `values` fill it."""

    key: str
    points: int
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """How well the two fit, the strongest reason first."""

    rank: int
    reasons: tuple[Reason, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether it is worth telling."""
        return self.rank >= ENOUGH


NO = Judgement(0)


def judge(need: Statement, offer: Statement) -> Judgement:
    """How well they fit. NO for kinds that do not belong together, one member, other places, other times."""
    points = PAIRS.get(need.kind, {}).get(offer.kind, 0)
    if not points or need.member == offer.member:
        return NO
    where, when, what = place(need, offer), time(need, offer), themes(need, offer)
    if where is None or when is None or what is None:
        return NO
    found = [Reason("kinds", points, (need.kind, offer.kind)), what, where, when]
    group = need.groups & offer.groups - {"alle"}
    found.append(Reason("groups", 10, tuple(sorted(group))) if group else Reason("", 0))
    told = sorted((one for one in found if one.key), key=lambda one: (-one.points, one.key))
    return Judgement(min(100, sum(one.points for one in told)), tuple(told))


def themes(need: Statement, offer: Statement) -> Reason | None:
    """A theme in common; None where both named themes and share none."""
    common = need.themes & offer.themes
    if common:
        return Reason("themes", min(32, 16 + 8 * len(common)), tuple(sorted(common)))
    return None if need.themes and offer.themes else Reason("", 0)


def place(need: Statement, offer: Statement) -> Reason | None:
    """Where both hold: the narrowest place in common; None where they lie apart."""
    best: Reason | None = None
    for mine in need.chains:
        for theirs in offer.chains:
            narrow = mine[0] if theirs[0] in mine else theirs[0] if mine[0] in theirs else ""
            points = 24 if mine[0] == theirs[0] else 18
            if narrow and (best is None or points > best.points):
                best = Reason("place", points, (narrow,))
    if best:
        return best
    if need.everywhere or offer.everywhere:
        return Reason("everywhere", 16 if need.everywhere and offer.everywhere else 10)
    return None if need.chains and offer.chains else Reason("", 0)


def time(need: Statement, offer: Statement) -> Reason | None:
    """Whether there are days both can; None where one ends before the other begins."""
    begins = max((day for day in (need.begins, offer.begins) if day), default=None)
    ends = min((day for day in (need.ends, offer.ends) if day), default=None)
    if begins and ends and ends < begins:
        return None
    if not begins and not ends:
        return Reason("", 0)
    return Reason("time", 4, (begins.isoformat() if begins else "", ends.isoformat() if ends else ""))
