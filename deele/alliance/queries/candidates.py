"""What could fit a passage: found in the tables, judged by the rules."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from deele.alliance.enums.marks import MatchState, Side
from deele.alliance.models import Mark, Match
from deele.alliance.rules.matching import PAIRS, Judgement, Statement, judge
from deele.places.models import Place

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
    met = {
        pk for pair in Match.objects.filter(Q(need=mark) | Q(offer=mark)).values_list("need", "offer") for pk in pair
    }
    resting = members_at_rest(mark)
    mine = read(Mark.objects.filter(pk=mark.pk))[mark.pk]
    found: dict[int, tuple[int, Judgement]] = {}
    for other, theirs in read(candidates(mark, today)).items():
        if other in met or theirs.member in resting:
            continue
        judgement = judge(mine, theirs) if mark.side == Side.EXPECTATION else judge(theirs, mine)
        if judgement.enough and (theirs.member not in found or judgement.rank > found[theirs.member][1].rank):
            found[theirs.member] = other, judgement
    kept = sorted(found.values(), key=lambda pair: (-pair[1].rank, -pair[0]))[:KEPT]
    rows = Mark.objects.select_related("profile__membership").in_bulk([other for other, judgement in kept])
    return [(rows[other], judgement) for other, judgement in kept]


def candidates(mark: Mark, today: date) -> QuerySet[Mark]:
    """Passages of other members that hold and whose kind belongs to this one, the newest first."""
    rows = Mark.objects.public(today).filter(kind__in=kinds_for(mark.kind))
    return rows.exclude(profile__membership=mark.profile.membership_id).order_by("-pk")[:LOOKED_AT]


def members_at_rest(mark: Mark) -> set[int]:
    """Members with whom this one has an open match, or decided on one within the year."""
    mine = mark.profile.membership_id
    since = timezone.now() - REST
    rows = Match.objects.filter(Q(seeker=mine) | Q(giver=mine)).exclude(state=MatchState.VOID)
    rows = rows.filter(Q(state=MatchState.OPEN) | Q(updated_at__gte=since))
    return {pk for pair in rows.values_list("seeker", "giver") for pk in pair} - {mine}


def read(rows: QuerySet[Mark]) -> dict[int, Statement]:
    """Passages as the match sees them, by number. Bare values: of 1,500 looked at, five are told."""
    told = list(
        rows.values_list(
            "pk", "kind", "profile__membership", "themes", "groups", "everywhere",
            "available_from", "available_until", "valid_until",
        )
    )  # fmt: skip
    where = chains([pk for pk, *rest in told])
    return {
        pk: Statement(
            kind=kind, member=member, themes=frozenset(themes), groups=frozenset(groups), everywhere=everywhere,
            chains=tuple(where.get(pk, ())), begins=begins, ends=soonest(ends, holds),
        )
        for pk, kind, member, themes, groups, everywhere, begins, ends, holds in told
    }  # fmt: skip


def chains(marks: list[int]) -> dict[int, list[tuple[str, ...]]]:
    """For each passage its places, each as its own key and all keys above it, the narrowest first."""
    pairs = list(Mark.places.through.objects.filter(mark__in=marks).order_by("pk").values_list("mark", "place"))
    known = {
        place.pk: (place.key, *reversed(place.ancestor_keys))
        for place in Place.objects.filter(pk__in={place for _mark, place in pairs})
    }
    found: dict[int, list[tuple[str, ...]]] = {}
    for mark, place in pairs:
        found.setdefault(mark, []).append(known[place])
    return found


def soonest(*days: date | None) -> date | None:
    """The first of the days that are known."""
    return min((day for day in days if day), default=None)
