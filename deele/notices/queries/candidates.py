"""What could fit a notice: found by index, judged by the rules. The only reader of `Need` besides the own page."""

from collections.abc import Iterable

from django.db.models import Q

from deele.notices.models import Need, Notice, Proposal, Reach
from deele.notices.rules.matching import Circle, Judgement, Needs, Side, judge

LOOKED_AT = 600  # the newest of what lies within reach; more nobody reads
KEPT = 10  # proposals of one run
JUDGED = (
    "id", "kind", "area_types", "household", "with_children", "ages", "housing_forms", "legal", "equity", "monthly",
    "horizon", "wishes", "partner_own", "partner_wanted", "access_offered", "care_offered", "visibility", "state",
)  # fmt: skip


def candidates(notice: Notice) -> list[Notice]:
    """Live notices of a kind that fits, whose reach touches this one's, the newest first. Three queries."""
    reaches = list(notice.reaches.all())
    fits = notice.kind_of.fits
    if not reaches or not fits:
        return []
    near = Reach.objects.filter(touching(reaches)).values("notice")
    found = Notice.objects.live().filter(kind__in=fits, pk__in=near).exclude(pk=notice.pk)
    if notice.contact_email:
        found = found.exclude(contact_email__iexact=notice.contact_email)
    return list(found.only(*JUDGED).prefetch_related("reaches")[:LOOKED_AT])


def touching(reaches: Iterable[Reach]) -> Q:
    """Boxes that touch one of these boxes."""
    asked = Q()
    for reach in reaches:
        asked |= Q(
            south__lte=reach.north, north__gte=reach.south, west__lte=reach.east, east__gte=reach.west
        )  # fmt: skip
    return asked


def best(notice: Notice) -> list[tuple[Notice, Judgement]]:
    """The best of what could fit and was never proposed before, best first."""
    known = set(Proposal.objects.of(notice).values_list("first_id", "second_id"))
    paired = {pk for pair in known for pk in pair} - {notice.pk}
    others = [other for other in candidates(notice) if other.pk not in paired]
    needs = needs_of([notice, *others])
    mine = side(notice, needs.get(notice.pk))
    judged = [(other, judge(mine, side(other, needs.get(other.pk)))) for other in others]
    enough = [(other, judgement) for other, judgement in judged if judgement.enough]
    return sorted(enough, key=lambda pair: (-pair[1].rank, -pair[0].pk))[:KEPT]


def needs_of(notices: list[Notice]) -> dict[int, Needs]:
    """The needs told with these notices, opened for the match."""
    found = Need.objects.filter(notice__in=[notice.pk for notice in notices])
    return {need.notice_id: need.open() for need in found}


def side(notice: Notice, needs: Needs | None) -> Side:
    """A notice as the match sees it."""
    return Side(
        kind=notice.kind,
        circles=tuple(Circle(one.lat, one.lon, one.reach_km) for one in notice.reaches.all()),
        area_types=frozenset(notice.area_types),
        household=notice.household,
        with_children=notice.with_children,
        ages=frozenset(notice.ages),
        housing_forms=frozenset(notice.housing_forms),
        legal=frozenset(notice.legal),
        equity=notice.equity,
        monthly=notice.monthly,
        horizon=notice.horizon,
        wishes=frozenset(notice.wishes),
        partner_own=notice.partner_own,
        partner_wanted=frozenset(notice.partner_wanted),
        access_offered=frozenset(notice.access_offered),
        care_offered=notice.care_offered,
        needs=needs or Needs(),
    )
