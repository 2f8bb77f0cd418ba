"""Rows for the tests of a plan's money."""

from datetime import date
from typing import Any

from deele.accompaniment.actions import applications
from deele.accompaniment.models import Application, MoneySource, MoneyUse, Plan
from deele.accompaniment.tests.factories import NOW, plan
from deele.funding.tests import factories as funding

DAY = date(2026, 11, 2)


def source(of: Plan | None = None, **given: Any) -> MoneySource:
    """A bank that was asked."""
    usual = {"instrument": "bankdarlehen", "cents": 50_000_000, "status": "angefragt"}
    return MoneySource.objects.create(plan=of or plan(), **{**usual, **given})


def use(of: Plan | None = None, **given: Any) -> MoneyUse:
    """A house."""
    return MoneyUse.objects.create(plan=of or plan(), **{"use": "bau", "cents": 100_000_000, **given})


def application(of: Plan | None = None, by: Any = None, **given: Any) -> Application:
    """An application that has begun."""
    version = given.pop("version", None) or funding.version(checked_on=DAY)
    usual = {"round": None, "begun_on": DAY, "told_by": "traeger"}
    return applications.begin(plan=of or plan(), version=version, by=by, now=NOW, **{**usual, **given})


def walk(one: Application, *states: str, **given: Any) -> Application:
    """Step by step."""
    for state in states:
        more = {"granted_cents": 8_000_000} if state == "bewilligt" else {}
        usual = {"on": DAY, "told_by": "traeger", "reason": "Grund", "by": None, "now": NOW}
        one = applications.move(application=one, to=state, **{**usual, **more, **given})
    return one
