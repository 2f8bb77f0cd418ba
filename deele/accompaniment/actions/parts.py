"""Writing down what belongs to a plan: contacts, tasks, partners, decisions, contact persons, milestones."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.accompaniment import enums
from deele.accompaniment.actions.plans import check_allowed
from deele.accompaniment.models import Milestone, Plan, PlanContact
from deele.audit import actions as audit
from deele.core import versions


@transaction.atomic
def save(*, form: Any, plan: Plan, by: Any, now: datetime) -> Any:
    """Save a valid form of one part. Under a token that was used it changes nothing. Raises NotAllowed, Conflict."""
    check_allowed(by, plan)
    row, token = form.instance, form.cleaned_data.get("token")
    if row.pk is None:
        known = type(row).objects.filter(form_token=token).first() if token else None
        if known is not None:
            return known
        row.plan, row.form_token = plan, token or None
    else:
        versions.claim(row)
    if isinstance(row, PlanContact):
        row.by = row.by or by
    saved = form.save()
    if isinstance(saved, PlanContact):
        heard_of(plan, saved)
    event = enums.MILESTONE_SET if isinstance(saved, Milestone) else enums.PART_SAVED
    audit.record(event, by=by, about=plan, now=now, data={"part": saved._meta.model_name, "pk": saved.pk})
    return saved


def heard_of(plan: Plan, contact: PlanContact) -> None:
    """The plan knows the day of its last contact."""
    if plan.last_contact_on is None or contact.happened_on > plan.last_contact_on:
        plan.last_contact_on = contact.happened_on
        plan.save(update_fields=["last_contact_on", "updated_at"])


@transaction.atomic
def remove(*, row: Any, by: Any, now: datetime) -> None:
    """Take a part out. Raises NotAllowed."""
    plan = row.plan
    check_allowed(by, plan)
    audit.record(enums.PART_REMOVED, by=by, about=plan, now=now, data={"part": row._meta.model_name, "pk": row.pk})
    contact = isinstance(row, PlanContact)
    row.delete()
    if contact:
        plan.last_contact_on = plan.contacts.values_list("happened_on", flat=True).first()
        plan.save(update_fields=["last_contact_on", "updated_at"])
