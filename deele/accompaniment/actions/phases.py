"""Writing the history of a plan. Lines are added; what was wrong is corrected by a line that names it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accompaniment import enums
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import PhaseChange, Plan
from deele.accompaniment.rules import phases as rules
from deele.audit import actions as audit
from deele.audit.enums import EventType
from deele.core.errors import Refusal


class ReasonMissing(Refusal):
    """A phase out of order, or a correction, says why."""

    code = "reason"


class StillToCome(Refusal):
    """What has not happened is no history."""

    code = "future"


class Corrected(Refusal):
    """The line was corrected already."""

    code = "corrected"


def enter(*, plan: Plan, told: PhaseTold, by: Any, now: datetime) -> PhaseChange:
    """From a day on the plan is, or was, in this phase and side state.

    A phase out of its order, or entered although the one before has not reached its end, needs a reason and is
    marked; it is never refused for that. Raises ReasonMissing, StillToCome.
    """
    return write(plan, told, enums.PHASE_WRITTEN, by, now)


def correct(*, line: PhaseChange, told: PhaseTold, by: Any, now: datetime) -> PhaseChange:
    """Put a line right by a new one; the old stays to be read. Raises Corrected, ReasonMissing, StillToCome."""
    check_reason(told.reason)
    return write(line.plan, told, enums.PHASE_CORRECTED, by, now, corrects=line)


@transaction.atomic
def take_back(*, line: PhaseChange, by: Any, now: datetime, reason: str) -> PhaseChange:
    """A line that never was: a new one takes it back. Raises Corrected, ReasonMissing."""
    check_reason(reason)
    if not line.plan.phases.standing().exclude(pk=line.pk).exists():
        raise Corrected(_("This is the only line. Please correct it instead of taking it back."))
    told = PhaseTold(line.phase, line.entered, line.side, reason)
    return write(line.plan, told, enums.PHASE_CORRECTED, by, now, corrects=line, withdrawn=True)


def check_reason(reason: str) -> None:
    """Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing(_("Please say why the line was wrong: both stay to be read."))


@transaction.atomic
def write(
    plan: Plan,
    told: PhaseTold,
    event: EventType,
    by: Any,
    now: datetime,
    *,
    corrects: PhaseChange | None = None,
    withdrawn: bool = False,
) -> PhaseChange:
    """Add a line under the lock of the plan, and let the plan follow its history. The same line again is no second."""
    if told.since.day > timezone.localdate(now):
        raise StillToCome(_("This day is still to come. Please write a phase down when it has begun."))
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if corrects is not None and PhaseChange.objects.filter(corrects=corrects).exists():
        raise Corrected(_("Somebody has corrected this line already. Please open the history again."))
    if corrects is None and (known := same_line(locked, told)):
        return known
    ordered = rules.in_order(locked.impulse, phase_before(locked, told, corrects), told.phase)
    odd = not withdrawn and (not ordered or told.gate_met is False)
    if odd and not told.reason.strip():
        raise ReasonMissing(out_of_order(ordered=ordered))
    line = PhaseChange.objects.create(
        plan=plan, phase=told.phase, side=told.side, entered_on=told.since.day, precision=told.since.precision,
        reason=told.reason.strip(), gate_met=told.gate_met, corrects=corrects, withdrawn=withdrawn,
        out_of_order=odd, by=by, written_at=now,
    )  # fmt: skip
    follow(plan)
    data = {"phase": told.phase, "side": told.side, "since": str(told.since.day)}
    audit.record(event, by=by, about=plan, now=now, data=data)
    return line


def same_line(plan: Plan, told: PhaseTold) -> PhaseChange | None:
    """The line that says this already: somebody clicked twice."""
    standing = plan.phases.standing()
    return standing.filter(
        phase=told.phase, side=told.side, entered_on=told.since.day, reason=told.reason.strip()
    ).first()


def phase_before(plan: Plan, told: PhaseTold, corrects: PhaseChange | None) -> str:
    """The phase the plan was in until that day; empty where this is the first line."""
    lines = plan.phases.standing().filter(entered_on__lte=told.since.day)
    if corrects is not None:
        lines = lines.exclude(pk=corrects.pk)
    last = lines.order_by("entered_on", "pk").last()
    return last.phase if last else ""


def out_of_order(*, ordered: bool) -> str:
    """Why a reason is asked for."""
    if ordered:
        return _("What should end the phase before was not reached. Please say why the plan goes on all the same.")
    return _("This phase does not follow the one before. It can be so: please give the reason, it is marked.")


def follow(plan: Plan) -> None:
    """The plan shows the latest line that stands."""
    last = plan.phases.standing().order_by("entered_on", "pk").last()
    if last is None:
        return
    plan.phase, plan.side = last.phase, last.side
    plan.phase_since, plan.phase_precision = last.entered_on, last.precision
    plan.version += 1
    plan.save(update_fields=["phase", "side", "phase_since", "phase_precision", "version", "updated_at"])
