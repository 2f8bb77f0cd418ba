"""Applications for money: one of them, those of a plan, what is due, and what a programme changed since one began."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from deele.accompaniment.enums.money import ApplicationState
from deele.accompaniment.models import Application, Plan
from deele.accompaniment.rules import applications as rules
from deele.core.amounts import round_euros
from deele.funding.models import ProgrammeVersion
from deele.funding.queries import words
from deele.funding.rules import standing

KINDS = ("interim", "final")


@dataclass(frozen=True)
class Due:
    """Something an application owes."""

    application: Application
    kind: str
    due_on: date
    label: str
    is_late: bool


@dataclass(frozen=True)
class Told:
    """An application as pages show it. `changes` is what the programme says differently since it began."""

    application: Application
    asked: str
    granted: str
    deadline: date | None
    due: list[Due]
    present: ProgrammeVersion | None = None
    changes: list[dict[str, str]] = field(default_factory=list)


def of_plan(plan: Plan, today: date) -> list[Told]:
    """All applications of a plan, the latest first, in three queries whatever their number."""
    rows = plan.applications.select_related("plan", "programme_version__programme", "round")
    rows = rows.prefetch_related("programme_version__programme__versions")
    return [told(one, today) for one in rows]


def told(one: Application, today: date) -> Told:
    """One application."""
    version = one.programme_version
    present = standing.present(version.programme.versions.all(), today)
    newer = present if present is not None and present.number > version.number else None
    deadline = one.round.deadline if one.round is not None and one.state in BEFORE_FILING else None
    return Told(
        application=one,
        asked=round_euros(one.asked_cents) if one.asked_cents is not None else "",
        granted=round_euros(one.granted_cents) if one.granted_cents is not None else "",
        deadline=deadline,
        due=due_of(one, today),
        present=newer,
        changes=words.changes(version, newer) if newer is not None else [],
    )


BEFORE_FILING = (ApplicationState.IDEA, ApplicationState.SKETCH, ApplicationState.ANSWER)


def due_of(one: Application, today: date) -> list[Due]:
    """Proofs that are not handed in yet."""
    if one.state not in rules.LIVE_MONEY:
        return []
    named = (
        ("interim", one.interim_due_on, one.interim_done_on, _("interim proof")),
        ("final", one.final_due_on, one.final_done_on, _("proof of use")),
    )
    return [
        Due(one, kind, due_on, label, due_on < today)
        for kind, due_on, done_on, label in named
        if due_on is not None and done_on is None
    ]


def with_proofs(until: date) -> QuerySet[Application]:
    """Applications with a proof due by this day and not handed in."""
    interim = Q(interim_due_on__lte=until, interim_done_on=None)
    final = Q(final_due_on__lte=until, final_done_on=None)
    return Application.objects.filter(interim | final, state__in=[str(state) for state in rules.LIVE_MONEY])


def to_remind(today: date) -> list[Due]:
    """What all applications owe within the time reminders look ahead."""
    until = today + timedelta(days=max(rules.REMIND_DAYS))
    rows = with_proofs(until).select_related("plan__adviser", "plan__deputy", "programme_version__programme")
    return [due for one in rows for due in due_of(one, today) if due.due_on <= until]


def due_for(user: Any, today: date, until: date) -> list[Due]:
    """What the applications of this person's plans owe until then, the soonest first."""
    rows = with_proofs(until).filter(pk__in=Application.objects.visible_to(user).values("pk"))
    rows = rows.select_related("plan", "programme_version__programme")
    found = [due for one in rows for due in due_of(one, today) if due.due_on <= until]
    return sorted(found, key=lambda due: due.due_on)


def deadlines_for(user: Any, today: date, until: date) -> list[Application]:
    """Applications of this person's plans that must be filed until then and are not, the soonest first."""
    rows = Application.objects.visible_to(user).filter(state__in=[str(state) for state in BEFORE_FILING])
    rows = rows.filter(round__deadline__gte=today, round__deadline__lte=until)
    return list(rows.select_related("plan", "programme_version__programme", "round").order_by("round__deadline", "pk"))


def page(one: Application, today: date) -> dict[str, Any]:
    """One application with its steps, calls and goals."""
    calls = list(one.calls.all())
    called = sum(call.cents for call in calls)
    return {
        "told": told(one, today),
        "steps": list(one.moves.select_related("by")),
        "following": [(state.value, state.label) for state in rules.following(one.state)],
        "calls": [(call, round_euros(call.cents)) for call in calls],
        "called": round_euros(called),
        "left": round_euros(one.granted_cents - called) if one.granted_cents is not None else "",
        "is_over": one.granted_cents is not None and called > one.granted_cents,
        "goals": list(one.goals.all()),
    }
