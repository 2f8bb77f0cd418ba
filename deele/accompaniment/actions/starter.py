"""Plans known from published facts, put into the tables: they tell how long such things take."""

from datetime import datetime

from django.db import transaction

from deele.accompaniment.actions import phases
from deele.accompaniment.enums import PlanState
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import Plan
from deele.accompaniment.readers.plans import ReadPlan, read
from deele.office import queries as office
from deele.office.models import Area
from deele.places import queries as places


@transaction.atomic
def load(*, now: datetime) -> int:
    """Add the plans of the file that are not known yet; returns how many. They count in no figure of our work."""
    area = office.areas().first()
    known = set(Plan.objects.exclude(external_id=None).values_list("external_id", flat=True))
    if area is None:
        return 0
    return sum(add(one, area, now) for one in read() if one.key not in known)


def add(one: ReadPlan, area: Area, now: datetime) -> bool:
    """One plan with its history. False where its place is not in the tables."""
    place = places.by_key(one.place)
    if place is None:
        return False
    _phase, _side, since, _note = one.history[0]
    plan = Plan.objects.create(
        **one.values, area=area, place=place, accompanied=False, external_id=one.key, state=PlanState.FINISHED,
        state_since=since.day, begun_on=since.day, phase_since=since.day,
    )  # fmt: skip
    for phase, side, day, note in one.history:
        phases.enter(plan=plan, told=PhaseTold(phase, day, side, note), by=None, now=now)
    return True
