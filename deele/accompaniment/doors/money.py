"""Doors of a plan's money: each row through its plan."""

from typing import Any

from django.http import Http404

from deele.accompaniment.models import Application, FundsCall, MoneySource, MoneyUse, Plan, SuccessGoal


def source(user: Any, plan_pk: int, pk: int) -> MoneySource:
    """A source of money of a plan this person may work on. 404 for all others."""
    visible = of_visible_plans(MoneySource.objects, user, plan_pk)
    return first(visible.select_related("plan", "programme_version__programme"), pk)


def use(user: Any, plan_pk: int, pk: int) -> MoneyUse:
    """A cost of such a plan. 404 for all others."""
    return first(of_visible_plans(MoneyUse.objects, user, plan_pk).select_related("plan"), pk)


def application(user: Any, plan_pk: int, pk: int) -> Application:
    """An application of such a plan. 404 for all others."""
    rows = Application.objects.visible_to(user).filter(plan_id=plan_pk)
    return first(rows.select_related("plan__area", "programme_version__programme", "round"), pk)


def call(user: Any, plan_pk: int, application_pk: int, pk: int) -> FundsCall:
    """A call for money under such an application. 404 for all others."""
    rows = FundsCall.objects.filter(application=application(user, plan_pk, application_pk))
    return first(rows.select_related("application__plan"), pk)


def goal(user: Any, plan_pk: int, application_pk: int, pk: int) -> SuccessGoal:
    """A goal of such an application. 404 for all others."""
    rows = SuccessGoal.objects.filter(application=application(user, plan_pk, application_pk))
    return first(rows.select_related("application__plan"), pk)


def of_visible_plans(rows: Any, user: Any, plan_pk: int) -> Any:
    """Rows of one plan, if this person may work on it."""
    return rows.filter(plan__in=Plan.objects.visible_to(user).filter(pk=plan_pk))


def first(rows: Any, pk: int) -> Any:
    """The row with this number. 404 without it."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
