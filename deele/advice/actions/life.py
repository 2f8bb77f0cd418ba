"""Moving a case from state to state (domain §9.3)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.enums import CaseState, LineKind
from deele.advice.models import Case, CaseTask
from deele.advice.rules import cases as rules
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal


class NotNow(Refusal):
    """This move is not in the table for the state the case is in."""

    code = "not-now"

    def __init__(self, case: Case, to: str) -> None:
        now, wanted = case.get_state_display(), CaseState(to).label
        words = _("The case is “%(now)s”; from there it can't become “%(wanted)s”. Please choose a step shown here.")
        super().__init__(words % {"now": now, "wanted": wanted})


class ReasonNeeded(Refusal):
    """This move must say why."""

    code = "reason"


class ResultsNeeded(Refusal):
    """A case is closed with what came of it."""

    code = "results"


@transaction.atomic
def move(
    *,
    case: Case,
    to: str,
    by: Any,
    now: datetime,
    reason: str = "",
    results: list[str] | None = None,
    house: bool = False,
) -> Case:
    """Bring the case into another state; the timeline keeps who, when and why.

    `case.version` is the one the person saw. Raises NotNow, ReasonNeeded, ResultsNeeded, core.versions.Conflict.
    """
    versions.claim(case)
    case.refresh_from_db()
    found = rules.move(case.state, to)
    if found is None or (found.by_house and not house):
        raise NotNow(case, to)
    if found.reason_needed and not reason.strip():
        raise ReasonNeeded(_("Please say in a few words why; it stands on the timeline."))
    if found.results_needed and not (results or case.results):
        raise ResultsNeeded(_("Please tick what came of it: the results are what remains of a case."))
    case.state, case.state_since = found.target, now
    case.results = results or case.results
    case.closed_at = now if found.target in rules.ENDED_STATES else None
    case.erase_on = rules.erase_on(found.target, timezone.localdate(now))
    case.save()
    if found.target in rules.ENDED_STATES:
        end_tasks(case, now=now)
    timeline.line(case, LineKind.MOVE, by=by, now=now, detail=found.target, text=reason.strip())
    audit.record(enums.CASE_MOVED, by=by, about=case, data={"from": found.source, "to": found.target}, now=now)
    return case


def end_tasks(case: Case, *, now: datetime) -> None:
    """What was still to be done for a case that ended needs nobody any more."""
    CaseTask.objects.filter(case=case, done_at=None).update(done_at=now)
