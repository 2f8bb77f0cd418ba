"""Writing lines into the timeline of a case."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.advice import enums
from deele.advice.enums import LineKind
from deele.advice.models import Case, CaseLine
from deele.audit import actions as audit
from deele.core.errors import Refusal


class Anonymised(Refusal):
    """Nothing more is written on a case that was anonymised."""

    code = "anonymised"

    def __init__(self) -> None:
        super().__init__(
            _("This case was anonymised; nothing can be added to it. Please log a contact and make a new case of it.")
        )


def check_writable(case: Case) -> None:
    """Raises Anonymised, by the row as it is now, which is held until the transaction ends.

    So nothing is added to a case in the moment in which it is anonymised.
    """
    row = Case.objects.select_for_update().filter(pk=case.pk).values_list("state", flat=True).first()
    if row == enums.CaseState.ANONYMOUS:
        raise Anonymised


def line(case: Case, kind: LineKind, *, by: Any, now: datetime, text: str = "", **more: Any) -> CaseLine:
    """One line. `more`: detail (a key of ours), contact, task, document, referral, form_token."""
    return CaseLine.objects.create(case=case, kind=kind, by=by, at=now, text=text, **more)


def sent_before(form: str) -> CaseLine | None:
    """The line this very form wrote already."""
    return CaseLine.objects.filter(form_token=form).first() if form else None


@transaction.atomic
def note(*, case: Case, text: str, by: Any, now: datetime, form: str = "") -> CaseLine:
    """Write a note on the timeline. The same form sent twice is one line. Raises Anonymised."""
    if known := sent_before(form):
        return known
    check_writable(case)
    written = line(case, LineKind.NOTE, by=by, now=now, text=text, form_token=form or None)
    audit.record(enums.NOTED, by=by, about=case, now=now)
    return written
