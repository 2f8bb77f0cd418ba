"""What could fit a passage: found in the tables, judged by the rules."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from deele.alliance.enums.marks import MatchState, Side
from deele.alliance.models import Mark, Match
from deele.alliance.rules.matching import PAIRS, Judgement, Statement, judge

LOOKED_AT = 1500  # the newest of the kinds that fit; more nobody reads
KEPT = 5  # matches of one run for one passage
REST = timedelta(days=365)  # two members that met, or of whom one said no, are left alone for so long


def kinds_for(kind: str) -> list[str]:
    """The kinds of the other side that belong to this one."""
    if kind in PAIRS:
        return [str(one) for one in PAIRS[kind]]
    return [str(need) for need, offers in PAIRS.items() if kind in offers]


def best(mark: Mark, today: date) -> list[tuple[Mark, Judgement]]:
    """The best of what fits and was never matched before, best first; of each other member only its best."""
    others = candidates(mark, today)
    met = {
        pk for pair in Match.objects.filter(Q(need=mark) | Q(offer=mark)).values_list("need", "offer") for pk in pair
    }
    resting = members_at_rest(mark)
    statements = read([mark, *others])
    mine = statements[mark.pk]
    found: dict[int, tuple[Mark, Judgement]] = {}
    for other in others:
        member = other.profile.membership_id
        if other.pk in met or member in resting:
            continue
        theirs = statements[other.pk]
        judgement = judge(mine, theirs) if mark.side == Side.EXPECTATION else judge(theirs, mine)
        if judgement.enough and (member not in found or judgement.rank > found[member][1].rank):
            found[member] = other, judgement
    return sorted(found.values(), key=lambda pair: (-pair[1].rank, -pair[0].pk))[:KEPT]


def candidates(mark: Mark, today: date) -> list[Mark]:
    """Passages of other members that hold and whose kind belongs to this one, the newest first."""
    rows = Mark.objects.public(today).filter(kind__in=kinds_for(mark.kind))
    rows = rows.exclude(profile__membership=mark.profile.membership_id).select_related("profile__membership")
    return list(rows.prefetch_related("places").order_by("-pk")[:LOOKED_AT])


def members_at_rest(mark: Mark) -> set[int]:
    """Members with whom this one has an open match, or decided on one within the year."""
    mine = mark.profile.membership_id
    since = timezone.now() - REST
    rows = Match.objects.filter(Q(seeker=mine) | Q(giver=mine)).exclude(state=MatchState.VOID)
    rows = rows.filter(Q(state=MatchState.OPEN) | Q(updated_at__gte=since))
    return {pk for pair in rows.values_list("seeker", "giver") for pk in pair} - {mine}


def read(marks: Iterable[Mark]) -> dict[int, Statement]:
    """Passages as the match sees them."""
    found: dict[int, Statement] = {}
    for mark in marks:
        found[mark.pk] = Statement(
            kind=mark.kind, member=mark.profile.membership_id, themes=frozenset(mark.themes),
            groups=frozenset(mark.groups), everywhere=mark.everywhere,
            chains=tuple((place.key, *reversed(place.ancestor_keys)) for place in mark.places.all()),
            begins=mark.available_from, ends=soonest(mark.available_until, mark.valid_until),
        )  # fmt: skip
    return found


def soonest(*days: date | None) -> date | None:
    """The first of the days that are known."""
    return min((day for day in days if day), default=None)
