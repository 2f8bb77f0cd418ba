"""Files of a group: looked at before they are kept, each state of a name apart, gone when they are taken out."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.events.actions.documents import safe_file
from deele.groups import enums
from deele.groups.actions import telling
from deele.groups.actions.checking import check_works
from deele.groups.kinds import Actor
from deele.groups.models import GroupFile, WorkingGroup

MOST = 400


class TooMany(Refusal):
    """A group is no archive."""

    code = "too-many"


@dataclass(frozen=True)
class Told:
    """What is said about a file. Without a name the file's own is taken; `token` is the name of the form."""

    name: str = ""
    note: str = ""
    is_public: bool = False
    token: str = ""


@transaction.atomic
def add(*, group: WorkingGroup, file: IO[bytes], told: Told, by: Actor, now: datetime) -> GroupFile:
    """Keep a file as the next state of its name. Sent twice it is kept once.

    Raises NotAllowed, TooMany, core.uploads.BadUpload.
    """
    check_works(group, by)
    known = GroupFile.objects.filter(form_token=told.token).first() if told.token else None
    if known is not None:
        return known
    WorkingGroup.objects.select_for_update().get(pk=group.pk)  # two at once become two states, one after the other
    if group.files.count() >= MOST:
        raise TooMany(_("This group has %(number)s files. Please take some out first.") % {"number": MOST})
    extension, content = safe_file(file, is_photo=False)
    stem = stem_of(told.name or str(file.name))
    name = f"{stem}.{extension}"
    kept = GroupFile(
        group=group, name=name, number=next_number(group, name), size=len(content), note=told.note,
        is_public=told.is_public, added_by=by.delegate, added_by_office=by.user, form_token=told.token or None,
    )  # fmt: skip
    path = f"{group.pk}/{slug(stem, 40)}-{get_random_string(8)}.{extension}"
    kept.file.save(path, ContentFile(content), save=False)
    kept.save()
    audit.record(enums.FILE_KEPT, by=by.user, about=group, now=now, actor_name=by.name, data={"pk": kept.pk})
    words = _("new file “%(name)s”.") if kept.number == 1 else _("new state of the file “%(name)s”.")
    telling.tell(group, f"file {kept.pk}", words % {"name": name}, by=by, now=now)
    return kept


def stem_of(name: str) -> str:
    """The name without what a program hangs on it."""
    stem, dot, tail = name.rpartition(".")
    return (stem if dot and stem and len(tail) <= 5 and " " not in tail else name)[:100] or _("file")


def next_number(group: WorkingGroup, name: str) -> int:
    """One more than the newest state of this name."""
    return (group.files.filter(name=name).aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def share(*, file: GroupFile, is_public: bool, by: Actor, now: datetime) -> GroupFile:
    """Let everybody read it, or the group alone. Raises NotAllowed."""
    check_works(file.group, by)
    file.is_public = is_public
    file.version += 1
    file.save(update_fields=["is_public", "version", "updated_at"])
    data = {"pk": file.pk, "public": is_public}
    audit.record(enums.FILE_KEPT, by=by.user, about=file.group, now=now, actor_name=by.name, data=data)
    return file


@transaction.atomic
def remove(*, file: GroupFile, by: Actor, now: datetime) -> None:
    """Take one state out; it leaves the store once the transaction holds. Raises NotAllowed."""
    check_works(file.group, by)
    data: dict[str, Any] = {"pk": file.pk, "number": file.number}
    audit.record(enums.FILE_REMOVED, by=by.user, about=file.group, now=now, actor_name=by.name, data=data)
    storage, name = file.file.storage, str(file.file.name or "")
    file.delete()
    transaction.on_commit(partial(storage.delete, name))
