"""Rounds of a programme."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.funding import enums
from deele.funding.models import Round


class RoundInUse(Refusal):
    """Applications point at the round."""

    code = "round-in-use"

    def __init__(self) -> None:
        super().__init__(
            _("Applications of plans belong to this round, so it can't be removed. Please correct its facts instead.")
        )


def save(*, form: Any, by: Any, now: datetime) -> Round:
    """Save what the valid form holds. Raises core.versions.Conflict."""
    saved: Round = audit.save_form(form, by=by, event=enums.ROUND_SAVED, now=now)
    return saved


@transaction.atomic
def remove(*, found: Round, by: Any, now: datetime) -> None:
    """Take away a round that never was. Raises RoundInUse, core.versions.Conflict."""
    versions.claim(found)
    audit.record(enums.ROUND_REMOVED, by=by, about=found, now=now)
    try:
        with transaction.atomic():
            found.delete()
    except ProtectedError as error:
        raise RoundInUse from error
