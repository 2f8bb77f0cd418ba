"""Emptying and removing rows, in the transaction of the caller."""

from typing import Any

from django.core.files.storage import Storage
from django.db import models, transaction
from django.db.models import F

from deele.core.models import BaseModel
from deele.privacy import kinds, rules
from deele.privacy.kinds import Registration

PORTION = 400  # SQLite takes a limited number of values in one statement


def end(registration: Registration, keys: list[Any]) -> int:
    """Do with the rows what the register says, and tell who holds copies. Returns how many rows it were."""
    done = 0
    for start in range(0, len(keys), PORTION):
        part = keys[start : start + PORTION]
        rows = registration.model._base_manager.filter(pk__in=part)
        forget_files(registration, rows)
        done += remove(rows) if registration.ends_by == "delete" else anonymise(registration, rows)
        for tell in kinds.told:
            tell(registration.model, part)
    return done


def anonymise(registration: Registration, rows: models.QuerySet[Any]) -> int:
    """Empty the personal and secret fields. An open form on such a row meets a conflict."""
    fields = [field for field in registration.model._meta.concrete_fields if field.name in registration.to_empty]
    values = {field.name: rules.neutral(field) for field in fields}
    if issubclass(registration.model, BaseModel):
        values["version"] = F("version") + 1
    return rows.update(**values) if values else 0


def remove(rows: models.QuerySet[Any]) -> int:
    """Delete the rows; returns their number without what hangs on them."""
    count = rows.count()
    rows.delete()
    return count


def forget_files(registration: Registration, rows: models.QuerySet[Any]) -> None:
    """Have the files of personal file fields deleted once the transaction holds."""
    for name in registration.to_empty:
        field = registration.model._meta.get_field(name)
        if isinstance(field, models.FileField):
            for path in rows.exclude(**{name: ""}).values_list(name, flat=True):
                transaction.on_commit(deleter(field.storage, path))


def deleter(storage: Storage, path: str) -> Any:
    """A call that deletes this one file."""
    return lambda: storage.delete(path)
