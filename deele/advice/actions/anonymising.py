"""Taking everything out of a case that tells of somebody. Contacts stay, and every figure with them.

The privacy register empties the rows of a case whose term has passed or whose client asked for it; what hangs on the
case is ended here, in the same transaction.
"""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from deele.advice import enums
from deele.advice.enums import CaseState
from deele.advice.models import (
    Case,
    CaseDocument,
    CaseLine,
    CaseOpening,
    CaseShare,
    CaseTask,
    ConfidentialNote,
    Referral,
)
from deele.audit import actions as audit

EMPTY = dict.fromkeys(("client_name", "client_organisation", "client_email", "client_phone", "working_note"), "")


@transaction.atomic
def anonymise(*, case: Case, by: Any, now: datetime) -> Case:
    """Do it now, before its term: the button "only count it"."""
    empty([case.pk], by=by, now=now)
    case.refresh_from_db()
    return case


def told(model: type[models.Model], keys: list[int]) -> None:
    """The privacy register emptied these rows: the rest of the cases among them ends too."""
    if model is Case:
        empty(keys, by=None, now=timezone.now())


def empty(keys: list[int], *, by: Any, now: datetime) -> None:
    """End the words, files and notes of these cases. Twice it changes nothing. In the transaction of the caller."""
    waiting = Case.objects.select_for_update().filter(pk__in=keys).exclude(state=CaseState.ANONYMOUS)
    cases = list(waiting.order_by("pk"))
    ids = [case.pk for case in cases]
    ConfidentialNote.objects.filter(case__in=ids).delete()
    CaseShare.objects.filter(case__in=ids).delete()
    CaseLine.objects.filter(case__in=ids).update(text="", form_token=None)
    CaseTask.objects.filter(case__in=ids).update(title="", due_on=None)
    CaseOpening.objects.filter(case__in=ids).update(reason="")
    Referral.objects.filter(case__in=ids).update(target_name="", consent_scope="")
    forget_documents(ids)
    values = {**EMPTY, "state": CaseState.ANONYMOUS, "state_since": now, "erase_on": None, "due_on": None, "plan": None}
    Case.objects.filter(pk__in=ids).update(version=F("version") + 1, follow_up_on=None, form_token=None, **values)
    Case.objects.filter(pk__in=ids, closed_at=None).update(closed_at=now)
    for case in cases:
        audit.record(enums.CASE_ANONYMISED, by=by, about=case, now=now)


def forget_documents(ids: list[int]) -> None:
    """Delete the rows, and the files once the transaction holds."""
    for document in CaseDocument.objects.filter(case__in=ids):
        transaction.on_commit(partial(document.file.storage.delete, str(document.file.name)))
    CaseDocument.objects.filter(case__in=ids).delete()
