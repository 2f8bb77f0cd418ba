"""The list of plans, and what waits."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.accompaniment.enums import OPEN_STATES, ProposalState
from deele.accompaniment.models import Plan, PlanTask, Proposal
from deele.accompaniment.rules import silence

TABS = ("", "still", "wiedervorlage", "vorschlaege", "beendet")


@dataclass(frozen=True)
class Row:
    """A line of the list: the plan, and why it stands there."""

    plan: Plan
    why: str


def quiet(user: Any, today: date) -> QuerySet[Plan]:
    """Plans of one's areas nobody has heard of for 90 days."""
    return silent(Plan.objects.visible_to(user), today)


def silent(rows: QuerySet[Plan], today: date) -> QuerySet[Plan]:
    """Those of `rows` that have been quiet for 90 days (rules.silence), the longest first."""
    heard = rows.filter(accompanied=True, state__in=silence.WATCHED).alias(
        heard=Coalesce(F("last_contact_on"), F("begun_on"))
    )
    return heard.filter(heard__lte=today - timedelta(days=silence.DAYS)).order_by("heard", "pk")


def to_look_at(user: Any, today: date) -> QuerySet[Plan]:
    """Plans whose day to be looked at again has come."""
    return Plan.objects.visible_to(user).open().filter(follow_up_on__lte=today).order_by("follow_up_on", "pk")


def with_proposals(user: Any) -> QuerySet[Plan]:
    """Plans whose group waits for an answer."""
    waiting = Proposal.objects.filter(state=ProposalState.OPEN).values("plan_id")
    return Plan.objects.visible_to(user).filter(pk__in=waiting).order_by("title", "pk")


def of_tab(user: Any, tab: str, today: date) -> QuerySet[Plan]:
    """The plans of one tab."""
    if tab == "still":
        return quiet(user, today)
    if tab == "wiedervorlage":
        return to_look_at(user, today)
    if tab == "vorschlaege":
        return with_proposals(user)
    every = Plan.objects.visible_to(user).accompanied()
    return every.exclude(state__in=OPEN_STATES) if tab == "beendet" else every.filter(state__in=OPEN_STATES)


def found(user: Any, tab: str, asked: dict[str, Any], today: date) -> QuerySet[Plan]:
    """The list, narrowed by what was asked: q, mine, phase, light, carrier, area."""
    rows = of_tab(user, tab, today).select_related("place__parent", "adviser")
    for name in ("phase", "light", "carrier", "area"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    if asked.get("mine"):
        rows = rows.filter(Q(adviser=user) | Q(deputy=user))
    if asked.get("q"):
        rows = rows.filter(Q(title__icontains=asked["q"]) | Q(place__name__icontains=asked["q"]))
    return rows


def tabs(user: Any, active: str, today: date) -> list[dict[str, Any]]:
    """The parts of the list, with how many wait."""
    home = reverse("accompaniment:list")
    named = (
        ("", _("Running"), None),
        ("still", _("Quiet"), quiet(user, today).count()),
        ("wiedervorlage", _("To look at again"), to_look_at(user, today).count()),
        ("vorschlaege", _("Proposals of groups"), with_proposals(user).count()),
        ("beendet", _("Ended"), None),
    )
    return [
        {"label": label, "url": f"{home}?tab={key}" if key else home, "active": key == active, "count": count}
        for key, label, count in named
    ]


def why(plan: Plan, today: date) -> str:
    """What a line of the list says beside the plan: that it is quiet, or why it is stuck."""
    still = silence.silence(state=plan.state, last_contact_on=plan.last_contact_on, begun_on=plan.begun_on, today=today)
    if still is not None:
        words = _("no contact since it began, %(days)s days ago") if still.begun else _("no contact for %(days)s days")
        return words % {"days": still.days}
    return plan.light_note or (plan.get_light_reason_display() if plan.light_reason else "")


def my_tasks(user: Any, today: date) -> QuerySet[PlanTask]:
    """Tasks of this person whose day has come, on plans she may see."""
    visible = Plan.objects.visible_to(user).values("pk")
    return PlanTask.objects.filter(assignee=user, done_on=None, due_on__lte=today, plan__in=visible)
