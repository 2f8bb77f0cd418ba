"""Files of a plan: looked at before they are kept, private, and gone from the store when they are taken out."""

from datetime import datetime
from functools import partial
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from deele.accompaniment import enums
from deele.accompaniment.actions.plans import check_allowed
from deele.accompaniment.kinds import FileTold
from deele.accompaniment.models import Plan, PlanFile
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.events.actions.documents import safe_file

MOST = 300


class TooMany(Refusal):
    """A plan is no archive."""

    code = "too-many"


@transaction.atomic
def add(*, plan: Plan, file: IO[bytes], told: FileTold, by: Any, now: datetime) -> PlanFile:
    """Keep a file. Raises NotAllowed, TooMany, core.uploads.BadUpload."""
    check_allowed(by, plan)
    known = PlanFile.objects.filter(form_token=told.token).first() if told.token else None
    if known is not None:
        return known
    if plan.files.count() >= MOST:
        raise TooMany(_("This plan has %(number)s files. Please take some out first.") % {"number": MOST})
    extension, content = safe_file(file, is_photo=False)
    stem = told.name.rpartition(".")[0] or told.name or _("file")
    kept = PlanFile(
        plan=plan, name=f"{stem[:100]}.{extension}", size=len(content), shared=told.shared, milestone=told.milestone,
        by=by, from_group=told.from_group, form_token=told.token,
    )  # fmt: skip
    kept.file.save(f"{plan.pk}/{slug(stem, 40)}-{get_random_string(8)}.{extension}", ContentFile(content), save=False)
    kept.save()
    audit.record(enums.FILE_ADDED, by=by, about=plan, now=now, data={"pk": kept.pk})
    return kept


@transaction.atomic
def remove(*, file: PlanFile, by: Any, now: datetime) -> None:
    """Take a file out; it leaves the store once the transaction holds. Raises NotAllowed."""
    check_allowed(by, file.plan)
    audit.record(enums.PART_REMOVED, by=by, about=file.plan, now=now, data={"part": "planfile", "pk": file.pk})
    storage, name = file.file.storage, str(file.file.name or "")
    file.delete()
    transaction.on_commit(partial(storage.delete, name))
