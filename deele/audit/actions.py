"""Writing the log. Called inside the transaction of the action it speaks of."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import kinds, queries, rules
from deele.audit.enums import EventType, declared
from deele.audit.models import Entry, reference
from deele.core import versions
from deele.core.models import BaseModel


class UndeclaredEvent(Exception):
    """The event type was never declared; the log would have no sentence for it."""


def record(
    event: EventType,
    *,
    by: AbstractBaseUser | None,
    about: models.Model,
    data: dict[str, Any] | None = None,
    now: datetime | None = None,
    actor_name: str = "",
) -> Entry:
    """Write one line. `by=None` is the house itself, or a person without an account named by `actor_name`.

    Raises UndeclaredEvent. `data` must be JSON and must not hold secrets.
    """
    if event.key not in declared:
        raise UndeclaredEvent(event.key)
    return Entry.objects.create(
        event=event.key,
        at=now or timezone.now(),
        actor_id=by.pk if by else None,
        actor_name=actor_name or (str(by) if by else _("The system")),
        about=reference(about),
        about_name=str(about)[:300],
        data=data or {},
    )


def written(row: models.Model, names: list[str]) -> dict[str, str]:
    """The values of these fields as text; empty for a row that is not stored yet."""
    if row.pk is None:
        return {}
    many = {field.name for field in row._meta.many_to_many}
    return {
        name: ", ".join(sorted(map(str, getattr(row, name).all()))) if name in many else as_text(getattr(row, name))
        for name in names
    }


def as_text(value: Any) -> str:
    """A field value as the log quotes it."""
    return "" if value is None else str(value)


@transaction.atomic
def save_form(
    form: forms.ModelForm, *, by: AbstractBaseUser | None, event: EventType, now: datetime | None = None
) -> Any:
    """Save a plain edit of one row and write old and new values of the changed fields.

    For a form that is valid and whose `save` does nothing but save. Nothing changed: nothing is written.
    Values of personal and secret fields are not quoted. Raises core.versions.Conflict, UndeclaredEvent.
    """
    row, is_new = form.instance, form.instance.pk is None
    if not is_new and not form.has_changed():
        return row
    mine = {field.name for field in [*row._meta.concrete_fields, *row._meta.many_to_many]} - {"version"}
    names = [name for name in form.fields if name in mine]
    before = {} if is_new else written(type(row)._base_manager.get(pk=row.pk), names)
    if not is_new and isinstance(row, BaseModel):
        versions.claim(row)
    saved = form.save()
    changes = rules.differences(before, written(saved, names), kinds.masked(row._meta.label_lower))
    record(event, by=by, about=saved, data={"changes": changes}, now=now)
    return saved


@transaction.atomic
def redact(*, trace: rules.Trace, now: datetime) -> int:
    """Take one person out of the log; the entries stay and are marked. Returns how many changed."""
    changed = []
    for entry in queries.traces(trace):
        kept = entry.actor_name, entry.about_name, entry.data
        entry.actor_name = trace.clean_name(entry.actor_name, entry.actor_id)
        entry.about_name = trace.clean(entry.about_name)
        hidden = trace.fields.get(entry.about.partition(":")[0], frozenset()) if entry.about in trace.records else ()
        entry.data = trace.clean_data(entry.data, hidden)
        if kept != (entry.actor_name, entry.about_name, entry.data):
            entry.redacted_at = now
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["actor_name", "about_name", "data", "redacted_at"], batch_size=200)
    return len(changed)
