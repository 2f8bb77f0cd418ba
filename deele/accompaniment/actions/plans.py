"""Beginning a plan, changing it, moving its accompaniment on."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accompaniment import enums
from deele.accompaniment.actions import phases
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import Milestone, Plan
from deele.accompaniment.queries import subjects
from deele.accompaniment.rules import milestones, states
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.likeness.actions import overlaps


class NotAllowed(Refusal):
    """The person may not do this to this plan."""

    code = "not-allowed"


class NotNext(Refusal):
    """The accompaniment cannot go there from where it stands."""

    code = "not-next"


class ReasonMissing(Refusal):
    """Something has to be said with it."""

    code = "reason"


def check_allowed(by: Any, plan: Plan) -> None:
    """Raises NotAllowed. `by=None` is the house itself, or a member whose link was checked."""
    named = by is not None and by.pk in (plan.adviser_id, plan.deputy_id)
    if by is None or (named and access.can(by, Permission.CASE_WORK)):
        return
    if not access.can(by, Permission.CASE_WORK, area_id=plan.area_id):
        raise NotAllowed(_("This plan belongs to an area of work in which you do not advise."))


@transaction.atomic
def begin(*, plan: Plan, told: PhaseTold, by: Any, now: datetime, token: str | None = None) -> Plan:
    """Store a plan that was filled in, with its first line of history and the milestones of the list.

    Sent twice under one `token` it is made once. Raises NotAllowed, phases.ReasonMissing, phases.StillToCome.
    """
    check_allowed(by, plan)
    known = Plan.objects.filter(form_token=token).first() if token else None
    if known is not None:
        return known
    plan.form_token, plan.state_since = token, timezone.localdate(now)
    plan.phase, plan.phase_since, plan.phase_precision = told.phase, told.since.day, told.since.precision
    plan.save(force_insert=True)
    seed(plan)
    audit.record(enums.BEGUN, by=by, about=plan, now=now)
    phases.enter(plan=plan, told=told, by=by, now=now)
    tell(plan, now)
    return plan


def tell(plan: Plan, now: datetime) -> None:
    """Let the engine for overlaps know of a plan in earnest; forget one that is none (any more)."""
    if subjects.counts(plan):
        overlaps.tell(subject=subjects.subject(plan), now=now)
    else:
        overlaps.forget(ref=subjects.ref(plan))


def seed(plan: Plan) -> None:
    """The milestones of the list, in the language of the office (domain §5.3)."""
    Milestone.objects.bulk_create(
        Milestone(plan=plan, phase=one.phase, key=one.key, title=str(one.title), rank=rank)
        for rank, one in enumerate(milestones.SEEDS)
    )


@transaction.atomic
def change(*, form: Any, by: Any, now: datetime) -> Plan:
    """Save a valid VersionedForm of a plan. Raises NotAllowed, versions.Conflict."""
    check_allowed(by, form.instance)
    saved: Plan = audit.save_form(form, by=by, event=enums.CHANGED, now=now)
    tell(saved, now)
    return saved


@transaction.atomic
def move(*, plan: Plan, state: str, by: Any, now: datetime, **ending: Any) -> Plan:
    """Move the accompaniment on (domain §9.4). `ending`: outcome, stopped_for, lessons … for the states that end it.

    Raises NotAllowed, NotNext, ReasonMissing, versions.Conflict.
    """
    check_allowed(by, plan)
    if state not in states.following(plan.state):
        raise NotNext(
            _("From “%(state)s” this step is not possible. Please look at the plan again: it may have been moved on.")
            % {"state": plan.get_state_display()}
        )
    if state == enums.PlanState.STOPPED and not ending.get("stopped_for"):
        raise ReasonMissing(_("Please say why it was stopped: that is what others learn from."))
    versions.claim(plan)
    before, today = plan.state, timezone.localdate(now)
    plan.state, plan.state_since = state, today
    plan.ended_on = end_of(plan, state, today)
    names = ["state", "state_since", "ended_on", "updated_at"]
    for name, value in ending.items():
        setattr(plan, name, value)
    plan.save(update_fields=[*names, *ending])
    audit.record(enums.MOVED, by=by, about=plan, now=now, data={"from": before, "to": state})
    tell(plan, now)
    return plan


def end_of(plan: Plan, state: str, today: date) -> date | None:
    """The day the accompaniment ended; asking again a year later does not move it."""
    if state in enums.OPEN_STATES:
        return None
    return plan.ended_on or today


@transaction.atomic
def hand_over(*, plan: Plan, to: Any, deputy: Any, by: Any, now: datetime) -> Plan:
    """Give the plan to another adviser; the open tasks of the one before go along. Raises NotAllowed, Conflict."""
    check_allowed(by, plan)
    if to is None or not access.can(to, Permission.CASE_WORK, area_id=plan.area_id):
        raise NotAllowed(_("Please choose somebody who advises in the area of work of this plan."))
    versions.claim(plan)
    before = plan.adviser
    plan.adviser, plan.deputy = to, deputy if deputy != to else None
    plan.save(update_fields=["adviser", "deputy", "updated_at"])
    if before is not None:
        plan.tasks.filter(assignee=before, done_on=None).update(assignee=to)
    data = {"from": str(before) if before else "", "to": str(to)}
    audit.record(enums.HANDED_OVER, by=by, about=plan, now=now, data=data)
    return plan
