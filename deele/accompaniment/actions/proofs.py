"""Reminding advisers of proofs: four weeks before, a week before, on the day; each once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from deele.accompaniment import emails
from deele.accompaniment.queries.applications import Due
from deele.accompaniment.rules import applications as rules
from deele.audit.models import reference
from deele.core.addresses import address
from deele.mail.actions import outbox


@transaction.atomic
def remind(*, due: Due, now: datetime) -> bool:
    """Write to the adviser, or to the deputy where there is none. False: nobody to write to, or no step is due.

    Again with the same step writes nothing: the key of the mail names application, proof, day and step.
    """
    today = timezone.localdate(now)
    step = rules.reminder_step(due.due_on, None, today)
    plan = due.application.plan
    person = plan.adviser or plan.deputy
    if step is None or person is None or not person.is_active:
        return False
    draft = emails.proof_due(
        plan=plan.title, programme=due.application.programme_version.programme.name, what=due.label,
        due_on=due.due_on, today=today, link=address(due.application.desk_url()),
    )  # fmt: skip
    outbox.queue(
        purpose=emails.PURPOSE, to=person.email, key=f"{due.application.pk} {due.kind} {due.due_on} {step}",
        about=reference(due.application), now=now, **draft._asdict(),
    )  # fmt: skip
    return True
