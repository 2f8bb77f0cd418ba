"""The money of plans in the sweep: for advisers of the area alone."""

from typing import Any

from django.utils import timezone

from deele.accompaniment.models import FundsCall, SuccessGoal
from deele.accompaniment.tests import factories, money
from deele.accounts.models import User
from deele.funding.tests import factories as funding
from deele.office.models import Area

# name                          how  blanks                             strg hold edit even advi lead tech
TABLE = """
accompaniment:money             GET  pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:money             GET  pk=unknown                         in  -   403 403 404 403 403
accompaniment:money-answers     POST pk=rich-plan                       in  -   403 403 go  403 403
accompaniment:money-answers     POST pk=unknown                         in  -   403 403 404 403 403
accompaniment:money-source-new  GET  pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:money-source-new  POST pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:money-source      GET  pk=rich-plan,source_pk=source      in  -   403 403 200 403 403
accompaniment:money-source      POST pk=rich-plan,source_pk=source      in  -   403 403 200 403 403
accompaniment:money-source      GET  pk=rich-plan,source_pk=unknown     in  -   403 403 404 403 403
accompaniment:money-source-remove POST pk=rich-plan,source_pk=source    in  -   403 403 go  403 403
accompaniment:money-source-remove POST pk=rich-plan,source_pk=unknown   in  -   403 403 404 403 403
accompaniment:money-use-new     GET  pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:money-use-new     POST pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:money-use         GET  pk=rich-plan,use_pk=cost           in  -   403 403 200 403 403
accompaniment:money-use         POST pk=rich-plan,use_pk=cost           in  -   403 403 200 403 403
accompaniment:money-use-remove  POST pk=rich-plan,use_pk=cost           in  -   403 403 go  403 403
accompaniment:money-use-remove  POST pk=rich-plan,use_pk=unknown        in  -   403 403 404 403 403
accompaniment:application-new   GET  pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:application-new   POST pk=rich-plan                       in  -   403 403 200 403 403
accompaniment:application       GET  pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application       GET  pk=rich-plan,application_pk=unknown in - 403 403 404 403 403
accompaniment:application-facts GET  pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-facts POST pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-move  POST pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-move  POST pk=rich-plan,application_pk=unknown in - 403 403 404 403 403
accompaniment:application-take-back POST pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-take-back POST pk=rich-plan,application_pk=unknown in - 403 403 404 403 403
accompaniment:application-call-new GET pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-call-new POST pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-call  GET  pk=rich-plan,application_pk=application,call_pk=call in - 403 403 200 403 403
accompaniment:application-call  POST pk=rich-plan,application_pk=application,call_pk=call in - 403 403 200 403 403
accompaniment:application-goal-new GET pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-goal-new POST pk=rich-plan,application_pk=application in - 403 403 200 403 403
accompaniment:application-goal  GET  pk=rich-plan,application_pk=application,goal_pk=goal in - 403 403 200 403 403
accompaniment:application-goal  POST pk=rich-plan,application_pk=application,goal_pk=goal in - 403 403 200 403 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A plan with money and an application."""
    plan = factories.plan("Geld Muster", area=area)
    version = funding.version(funding.programme("Plangeld Muster"))
    one = money.application(plan, version=version)
    return {
        "rich-plan": plan.pk,
        "source": money.source(plan).pk,
        "cost": money.use(plan).pk,
        "application": one.pk,
        "call": FundsCall.objects.create(application=one, called_on=timezone.localdate(), cents=100).pk,
        "goal": SuccessGoal.objects.create(application=one, title="Treffen", target="24").pk,
    }
