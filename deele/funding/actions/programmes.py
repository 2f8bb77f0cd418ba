"""Keeping a programme as such: its name, its place on the website."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.funding import enums
from deele.funding.models import Programme


class NothingToShow(Refusal):
    """The programme has no version yet."""

    code = "nothing-to-show"

    def __init__(self) -> None:
        super().__init__(_("There is nothing to show yet: please write down first what the programme says."))


def save(*, form: Any, by: Any, now: datetime) -> Programme:
    """Save what the valid form holds. Raises core.versions.Conflict."""
    saved: Programme = audit.save_form(form, by=by, event=enums.PROGRAMME_SAVED, now=now)
    return saved


@transaction.atomic
def show(*, programme: Programme, on: bool, by: Any, now: datetime) -> None:
    """Put it on the website or take it off; what is so already stays so. Raises NothingToShow, versions.Conflict."""
    if programme.is_public == on:
        return
    if on and not programme.versions.exists():
        raise NothingToShow
    versions.claim(programme)
    programme.is_public = on
    programme.save(update_fields=["is_public", "updated_at"])
    audit.record(enums.PROGRAMME_SHOWN if on else enums.PROGRAMME_HIDDEN, by=by, about=programme, now=now)
