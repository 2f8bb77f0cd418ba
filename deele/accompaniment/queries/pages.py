"""What the pages of one plan show."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.accompaniment.enums import MAIN_PHASES, Light, Phase
from deele.accompaniment.models import Milestone, PhaseChange, Plan
from deele.accompaniment.queries import plans
from deele.accompaniment.rules import phases as rules
from deele.audit import queries as log

HISTORY = 30
LIGHTS = {Light.RUNNING: "success", Light.STUCK: "warning", Light.RESTING: "plain"}


def day(when: date | None) -> str:
    """A day in words."""
    return str(date_format(when, "j. F Y")) if when else ""


def tabs(plan: Plan, active: str) -> list[dict[str, Any]]:
    """The pages of a plan."""
    waiting = plan.proposals.filter(state="offen").count()
    named = (
        ("plan", _("Overview"), None),
        ("milestones", _("Milestones"), None),
        ("work", _("Contacts, tasks, files"), None),
        ("group", _("Group"), waiting or None),
        ("history", _("History"), None),
    )
    return [
        {"label": label, "url": reverse(f"accompaniment:{key}", args=[plan.pk]), "active": key == active,
         "count": count}
        for key, label, count in named
    ]  # fmt: skip


def steps(plan: Plan, lines: list[PhaseChange]) -> list[dict[str, str]]:
    """The phases in their order: passed, present, to come; since when, as far as it is known."""
    since = {line.phase: line.when for line in lines}
    return [
        {"label": str(phase.label), "state": state_of(plan, phase, since), "note": since.get(phase.value, "")}
        for phase in MAIN_PHASES
    ]


def state_of(plan: Plan, phase: Phase, since: dict[str, str]) -> str:
    """A phase that was never entered is never shown as done: top-down plans begin in the middle."""
    if phase == plan.phase:
        return "current"
    return "done" if phase.value in since and rules.number(phase) < plan.phase_number else "todo"


def facts(plan: Plan) -> list[dict[str, str]]:
    """What is known, without what is not."""
    told = (
        (_("Whose plan it is"), plan.get_carrier_display()),
        (_("Where it begins"), plan.get_impulse_display()),
        (_("Place"), str(plan.place)),
        (_("Aim"), plan.aim),
        (_("Kinds of housing"), ", ".join(plan.kind_names)),
        (_("Legal form"), plan.get_legal_form_display() if plan.legal_form else ""),
        (_("Dwellings"), str(plan.dwellings or "")),
        (_("People"), str(plan.people or "")),
        (_("For whom"), ", ".join(plan.audience_names)),
        (_("Building blocks planned"), ", ".join(plan.block_names)),
        (_("Municipality"), ". ".join(filter(None, (str(plan.get_attitude_display()), plan.attitude_note)))),
    )
    return [{"label": label, "value": value} for label, value in told if value]


def agreement(plan: Plan) -> list[dict[str, str]]:
    """What was agreed, how long, who pays, where it ends."""
    until = ((_("Agreed on"), day(plan.agreed_on)), (_("Agreed until"), day(plan.agreed_until)))
    told = ((_("What"), plan.agreement), *until, (_("Who pays"), plan.paid_by), (_("Limits"), plan.limits))
    return [{"label": label, "value": value} for label, value in told if value]


def overview(plan: Plan, today: date) -> dict[str, Any]:
    """The first page of a plan."""
    lines = list(plan.phases.standing())
    return {
        "plan": plan,
        "tabs": tabs(plan, "plan"),
        "steps": steps(plan, lines),
        "facts": facts(plan),
        "agreement": agreement(plan),
        "gate": rules.GATES.get(Phase(plan.phase)),
        "light_kind": LIGHTS[Light(plan.light)],
        "why": plans.why(plan, today),
        "due": due(plan, today),
        "partners": list(plan.partners.all()),
        "example": getattr(plan, "example", None),
    }


def due(plan: Plan, today: date) -> list[dict[str, Any]]:
    """Milestones and tasks with a day, the earliest first; ten at most."""
    milestones = plan.milestones.filter(done_on=None, dropped=False, due_on__isnull=False).order_by("due_on")[:10]
    tasks = plan.tasks.filter(done_on=None, due_on__isnull=False).order_by("due_on")[:10]
    found: list[Any] = [*milestones, *tasks]
    rows = [{"title": row.title, "due_on": row.due_on, "late": row.due_on < today} for row in found]
    return sorted(rows, key=lambda row: row["due_on"])[:10]


@dataclass(frozen=True)
class PhaseList:
    """The milestones of one phase."""

    phase: Phase
    label: str
    gate: Any
    milestones: list[Milestone]
    done: int
    total: int
    is_present: bool


def milestone_lists(plan: Plan) -> list[PhaseList]:
    """All milestones under their phases; what is not needed here stands last and is not counted."""
    rows = list(plan.milestones.prefetch_related("files"))
    found = []
    for phase in MAIN_PHASES:
        mine = sorted((row for row in rows if row.phase == phase.value), key=lambda row: (row.dropped, row.rank))
        needed = [row for row in mine if not row.dropped]
        done = sum(row.done_on is not None for row in needed)
        if mine:
            gate = rules.GATES.get(phase)
            present = phase.value == plan.phase
            found.append(PhaseList(phase, str(phase.label), gate, mine, done, len(needed), present))
    return found


def history(plan: Plan) -> dict[str, Any]:
    """Every line ever written, and what the log says."""
    lines = list(plan.phases.select_related("by", "corrects", "corrected_by"))
    return {
        "plan": plan,
        "tabs": tabs(plan, "history"),
        "lines": lines,
        "log": [log.line(entry) for entry in log.history(plan)[:HISTORY]],
    }
