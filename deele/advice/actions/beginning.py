"""A case begins an accompaniment: it makes a plan (domain §9.3). The case knows its plan; the plan knows no case."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.accompaniment.actions import plans
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import Plan
from deele.accompaniment.rules import phases
from deele.advice.actions import life
from deele.advice.enums import CaseState, Result
from deele.advice.models import Case
from deele.advice.rules import plans as rules
from deele.core.dates import PartialDate, Precision
from deele.places.models import Place


@transaction.atomic
def begin(*, case: Case, title: str, place: Place, by: Any, now: datetime) -> Plan:
    """Bring the case into “accompaniment begun” and make its plan, once; a case that has one goes on with it.

    Nothing that tells of the client goes along: the title is written anew, the group is asked by the plan itself.
    Raises what life.move and accompaniment.actions.plans.begin raise; then neither was done.
    """
    life.move(case=case, to=CaseState.BEGUN, by=by, now=now)
    if case.plan is not None:
        return case.plan
    today = timezone.localdate(now)
    plan = Plan(
        title=title,
        area=case.area,
        adviser=case.adviser or by,
        deputy=case.deputy,
        carrier=rules.carrier(case.audience),
        impulse=rules.impulse(case.audience),
        place=place,
        begun_on=today,
        last_contact_on=today,
    )
    told = PhaseTold(phases.first_of(plan.impulse), PartialDate(today, Precision.DAY))
    case.plan = plans.begin(plan=plan, told=told, by=by, now=now)
    case.results = list(dict.fromkeys([*case.results, Result.ACCOMPANIED]))
    case.save(update_fields=["plan", "results", "updated_at"])
    return case.plan
