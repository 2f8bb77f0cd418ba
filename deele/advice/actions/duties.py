"""Who answers what, who is away, and the words that are used often."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.advice.enums import enquiries as words
from deele.advice.models import Absence, Responsibility, TextBlock
from deele.audit import actions as audit

SAVED: dict[type, Any] = {
    Responsibility: words.RESPONSIBILITY_SAVED, Absence: words.ABSENCE_SAVED, TextBlock: words.BLOCK_SAVED,
}  # fmt: skip
REMOVED: dict[type, Any] = {
    Responsibility: words.RESPONSIBILITY_REMOVED, Absence: words.ABSENCE_REMOVED, TextBlock: words.BLOCK_REMOVED,
}  # fmt: skip


@transaction.atomic
def save(*, form: Any, by: Any, now: datetime) -> Any:
    """Save what the valid form holds."""
    return audit.save_form(form, by=by, event=SAVED[type(form.instance)], now=now)


@transaction.atomic
def remove(*, row: Responsibility | Absence | TextBlock, by: Any, now: datetime) -> None:
    """Take it away. What was given to somebody by it stays with them."""
    audit.record(REMOVED[type(row)], by=by, about=row, now=now)
    row.delete()
