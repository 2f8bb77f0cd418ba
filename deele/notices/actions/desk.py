"""What the office corrects in a notice."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.audit import actions as audit
from deele.notices import enums
from deele.notices.actions import matching
from deele.notices.models import Notice


@transaction.atomic
def correct(*, form: Any, by: Any, now: datetime) -> Notice:
    """Save what the valid form holds; it counts as read. Raises core.versions.Conflict."""
    notice: Notice = audit.save_form(form, by=by, event=enums.CHANGED, now=now)
    if notice.changed_at:
        Notice.objects.filter(pk=notice.pk).update(changed_at=None)
    matching.propose(notice=notice, now=now)
    return notice
