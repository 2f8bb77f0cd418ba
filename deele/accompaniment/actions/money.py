"""Writing the money of a plan: sources, costs, calls for money, goals, answers on the legal form."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accompaniment.enums import money as enums
from deele.accompaniment.models import FinderAnswers, FundsCall, MoneySource, MoneyUse, Plan, SuccessGoal
from deele.audit import actions as audit
from deele.audit.enums import EventType
from deele.core import versions
from deele.core.errors import Refusal

SAVED: dict[type, EventType] = {
    MoneySource: enums.SOURCE_SAVED,
    MoneyUse: enums.USE_SAVED,
    FundsCall: enums.CALL_SAVED,
    SuccessGoal: enums.GOAL_SAVED,
}
REMOVED: dict[type, EventType] = {
    MoneySource: enums.SOURCE_REMOVED,
    MoneyUse: enums.USE_REMOVED,
    FundsCall: enums.CALL_REMOVED,
    SuccessGoal: enums.GOAL_REMOVED,
}


class NoAnswers(Refusal):
    """The address holds no answer of the finder."""

    code = "no-answers"

    def __init__(self) -> None:
        super().__init__(
            _("This address holds no answers of the legal form finder. Please copy it from there once more.")
        )


def save(*, form: Any, by: Any, now: datetime, token: str = "") -> Any:
    """Save a row of the valid form. The same form sent twice is one row. Raises core.versions.Conflict."""
    row, model = form.instance, type(form.instance)
    is_new = row.pk is None
    if is_new and token:
        if known := model.objects.filter(form_token=token).first():
            return known
        row.form_token = token
    try:
        with transaction.atomic():
            return audit.save_form(form, by=by, event=SAVED[model], now=now)
    except IntegrityError:  # both clicks arrived in the same moment
        if is_new and token and (known := model.objects.filter(form_token=token).first()):
            return known
        raise


@transaction.atomic
def remove(*, row: Any, by: Any, now: datetime) -> None:
    """Take a row away that was a mistake. Raises core.versions.Conflict when somebody changed it meanwhile."""
    versions.claim(row)
    audit.record(REMOVED[type(row)], by=by, about=row, now=now)
    row.delete()


@transaction.atomic
def keep_answers(*, plan: Plan, answers: dict[str, str], by: Any, now: datetime) -> FinderAnswers:
    """Keep what a group answered on its legal form; the later answers replace the earlier. Raises NoAnswers."""
    if not answers:
        raise NoAnswers
    values = {"answers": answers, "kept_on": timezone.localdate(now), "kept_by": by}
    kept, _made = FinderAnswers.objects.update_or_create(plan=plan, defaults=values)
    audit.record(enums.FINDER_KEPT, by=by, about=plan, now=now)
    return kept
