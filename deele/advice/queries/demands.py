"""What was asked often and answered with empty hands, as numbers that may leave this app (decision 0021)."""

from collections import defaultdict
from datetime import date, timedelta

from django.db.models import Count, Q

from deele.advice.enums import Topic
from deele.advice.models import Enquiry
from deele.library.kinds.demands import SMALLEST, Demand
from deele.places.models import Place

YEAR = timedelta(days=365)


def asked(today: date) -> list[Demand]:
    """By topic, and by district where enough came from it. Two queries; texts and people are not even read."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    answered = Enquiry.objects.filter(answered_at__date__gt=today - YEAR)
    rows = answered.filter(Q(had_nothing=True) | Q(handed_out=0)).order_by().values("topic", "place__district_key")
    for row in rows.annotate(number=Count("pk")):
        if row["topic"] in Topic.values:
            counts[row["topic"]][row["place__district_key"] or ""] += row["number"]
    names = dict(Place.objects.filter(level="district").values_list("key", "name")) if counts else {}
    return [demand for topic, districts in sorted(counts.items()) for demand in of_topic(topic, districts, names)]


def of_topic(topic: str, districts: dict[str, int], names: dict[str, str]) -> list[Demand]:
    """The whole topic, then its districts; nothing from which a number below SMALLEST could be reckoned."""
    total, title = sum(districts.values()), str(Topic(topic).label)
    if total < SMALLEST:
        return []
    shown = told_apart(districts, total)
    found = [Demand(topic, title, number, names[key]) for key, number in shown if key in names]
    return [Demand(topic, title, total), *found]


def told_apart(districts: dict[str, int], total: int) -> list[tuple[str, int]]:
    """Districts large enough, the largest first; the smallest of them go too while what is left over is small."""
    large = sorted(
        ((key, n) for key, n in districts.items() if key and n >= SMALLEST), key=lambda one: (-one[1], one[0])
    )
    while large and 0 < total - sum(number for _key, number in large) < SMALLEST:
        large.pop()
    return large
