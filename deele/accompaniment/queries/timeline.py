"""A plan at a glance: where each phase stands on the line, and how long it took. Numbers of a drawing, no markup."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.accompaniment.enums import MAIN_PHASES, Phase
from deele.accompaniment.models import PhaseChange, Plan
from deele.accompaniment.queries.pages import state_of
from deele.accompaniment.rules import phases as rules

FIRST, GAP = 20, 40  # the drawing is 400 wide, ten phases


@dataclass(frozen=True)
class Node:
    """One phase on the line. `state`: done, current, todo; `since` and `took` in words, empty where not known."""

    number: int
    label: str
    state: str
    x: int
    since: str
    took: str


@dataclass(frozen=True)
class Timeline:
    """The line, and what it says in a sentence."""

    nodes: list[Node]
    reached: int  # x of the present phase
    words: str


def timeline(plan: Plan, today: date) -> Timeline:
    """The line of one plan."""
    lines = list(plan.phases.standing())
    since = {line.phase: line.when for line in lines}
    took = durations(lines, today)
    nodes = [
        Node(number, str(phase.label), state_of(plan, phase, since), FIRST + number * GAP, since.get(phase.value, ""),
             took.get(phase.value, ""))
        for number, phase in enumerate(MAIN_PHASES)
    ]  # fmt: skip
    return Timeline(nodes, FIRST + plan.phase_number * GAP, words(plan))


def durations(lines: list[PhaseChange], today: date) -> dict[str, str]:
    """How long each phase lasted so far, in words; phases entered twice are added up."""
    days: dict[str, int] = {}
    for one in rules.stretches(lines):
        days[one.phase] = days.get(one.phase, 0) + ((one.until or today) - one.since).days
    return {phase: span(number) for phase, number in days.items()}


def span(days: int) -> str:
    """Days as people say them."""
    if days < 60:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    months = round(days / 30.44)
    if months < 24:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    years = round(days / 365.25)
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}


def words(plan: Plan) -> str:
    """The drawing in a sentence."""
    told: dict[str, Any] = {
        "number": plan.phase_number, "phase": plan.get_phase_display(), "since": plan.phase_since_in_words
    }  # fmt: skip
    sentence = _("Phase %(number)s of 9: %(phase)s, since %(since)s.") % told
    if plan.side:
        sentence += " " + _("At present: %(side)s.") % {"side": plan.get_side_display()}
    following = plan.phase_number + 1
    if following < len(MAIN_PHASES):
        sentence += " " + _("Next comes: %(phase)s.") % {"phase": Phase(MAIN_PHASES[following]).label}
    return sentence
