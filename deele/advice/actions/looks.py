"""Reading a case leaves a trace; opening one that is not one's own takes a reason."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.enums import LineKind
from deele.advice.models import Case, CaseOpening
from deele.advice.rules.cases import OPENED_FOR
from deele.audit import actions as audit
from deele.audit.models import Entry, reference
from deele.core.errors import Refusal

ONCE_IN = timedelta(hours=1)
SHORTEST_REASON = 15


class ReasonTooShort(Refusal):
    """A reason is a sentence."""

    code = "reason"


@transaction.atomic
def look(*, case: Case, by: Any, now: datetime) -> None:
    """Note that this person read the case: once an hour, so that the log can still be read itself."""
    recent = Entry.objects.filter(about=reference(case), at__gt=now - ONCE_IN, event=enums.CASE_READ.key)
    if not recent.filter(actor_id=by.pk).exists():
        audit.record(enums.CASE_READ, by=by, about=case, now=now)


@transaction.atomic
def open_with_reason(*, case: Case, reason: str, by: Any, now: datetime) -> CaseOpening:
    """Open the case for an hour. The log and the timeline tell everybody who works on it. Raises ReasonTooShort."""
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise ReasonTooShort(_("Please give the reason in one sentence; the adviser reads it on the timeline."))
    opening = CaseOpening.objects.create(case=case, user=by, reason=reason[:300], opened_at=now, until=now + OPENED_FOR)
    timeline.line(case, LineKind.LOOK, by=by, now=now, text=reason[:300])
    audit.record(enums.CASE_WITH_REASON, by=by, about=case, now=now, data={"until": opening.until.isoformat()})
    return opening
