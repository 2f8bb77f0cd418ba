"""Templates for frequent enquiries."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.advice import enums
from deele.advice.models import Template
from deele.audit import actions as audit


def save(*, form: Any, by: Any, now: datetime) -> Template:
    """Save what the valid form holds. Raises core.versions.Conflict."""
    saved: Template = audit.save_form(form, by=by, event=enums.TEMPLATE_SAVED, now=now)
    return saved


@transaction.atomic
def remove(*, template: Template, by: Any, now: datetime) -> None:
    """Take a template away; what was logged with it stays."""
    audit.record(enums.TEMPLATE_REMOVED, by=by, about=template, now=now)
    template.delete()
