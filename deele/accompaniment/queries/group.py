"""What a group sees of its plan: never notes, never what the office thinks of it."""

from datetime import date
from typing import Any

from deele.accompaniment.enums import MAIN_PHASES, Phase
from deele.accompaniment.models import Member, Plan
from deele.accompaniment.queries.timeline import timeline
from deele.accompaniment.rules import phases as rules


def page(member: Member, today: date) -> dict[str, Any]:
    """The page of the plan for one of its contact persons."""
    plan = member.plan
    here = plan.milestones.filter(phase=plan.phase, dropped=False)
    return {
        "plan": plan,
        "member": member,
        "timeline": timeline(plan, today),
        "gate": rules.GATES.get(Phase(plan.phase)),
        "open": [row for row in here if row.done_on is None],
        "done": [row for row in here if row.done_on is not None],
        "next": next_phase(plan),
        "due": due(plan, today),
        "files": plan.files.filter(shared=True),
        "decisions": plan.decisions.all(),
        "proposals": plan.proposals.select_related("milestone", "member")[:20],
    }


def next_phase(plan: Plan) -> dict[str, Any] | None:
    """The phase that comes next, with the first of its milestones."""
    number = plan.phase_number + 1
    if number >= len(MAIN_PHASES):
        return None
    phase = MAIN_PHASES[number]
    rows = plan.milestones.filter(phase=phase.value, dropped=False, done_on=None)[:3]
    return {"label": phase.label, "milestones": list(rows)}


def due(plan: Plan, today: date) -> list[dict[str, Any]]:
    """What is due: milestones and the tasks of the group, the earliest first."""
    milestones = plan.milestones.filter(done_on=None, dropped=False, due_on__isnull=False).order_by("due_on")[:10]
    tasks = plan.tasks.filter(for_group=True, done_on=None).order_by("due_on")[:10]
    found: list[Any] = [*milestones, *tasks]
    rows = [
        {"title": row.title, "due_on": row.due_on, "late": bool(row.due_on and row.due_on < today)} for row in found
    ]
    return sorted(rows, key=lambda row: (row["due_on"] is None, row["due_on"]))
