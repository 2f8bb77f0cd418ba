"""Tasks of a case."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.enums import LineKind
from deele.advice.models import Case, CaseTask
from deele.audit import actions as audit


@transaction.atomic
def add(*, case: Case, title: str, due_on: date | None, assignee: Any, by: Any, now: datetime, form: str = "") -> Any:
    """Set a task. The same form sent twice is one task. Raises timeline.Anonymised."""
    if known := timeline.sent_before(form):
        return known.task
    timeline.check_writable(case)
    task = CaseTask.objects.create(case=case, title=title, due_on=due_on, assignee=assignee)
    timeline.line(case, LineKind.TASK, by=by, now=now, detail="neu", task=task, form_token=form or None)
    audit.record(enums.TASK_SET, by=by, about=case, now=now)
    return task


@transaction.atomic
def finish(*, task: CaseTask, by: Any, now: datetime) -> CaseTask:
    """Done. Pressed twice it is done once."""
    if CaseTask.objects.filter(pk=task.pk, done_at=None).update(done_at=now):
        task.done_at = now
        timeline.line(task.case, LineKind.TASK, by=by, now=now, detail="erledigt", task=task)
        audit.record(enums.TASK_DONE, by=by, about=task.case, now=now)
    return task
