"""Two people, one row: the second writer sees the conflict, nothing is overwritten silently."""

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.errors import Refusal
from deele.core.models import BaseModel


class Conflict(Refusal):
    """Someone else wrote the row since it was read."""

    code = "conflict"


class Difference(NamedTuple):
    """One field in which the stored row and the sent form differ, both as a person reads them."""

    label: str
    theirs: str
    yours: str


def claim(row: BaseModel) -> None:
    """Take the right to write the row as it was read: raises the version by one, in the database and on `row`.

    Call it in the action's transaction before saving. Raises Conflict when the row was written by
    someone else since; works without row locks, so alike on SQLite and PostgreSQL.
    """
    rows = type(row)._base_manager.filter(pk=row.pk, version=row.version)
    if not rows.update(version=F("version") + 1):
        raise Conflict(
            _(
                "This was changed by someone else in the meantime, so it was not saved. "
                "Please open it again, look at the changes, and send yours once more."
            )
        )
    row.version += 1


class VersionedForm(forms.ModelForm):
    """A ModelForm that knows which version of the row it was filled from.

    On a conflict the form is invalid, `conflict` lists the differing fields, and the form shown again
    carries the new version: sending it a second time is a decision, not an accident.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    conflict: list[Difference]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.conflict = []
        if self.instance.pk:
            self.initial["version"] = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._compare(cleaned)
        return cleaned

    def _compare(self, cleaned: dict[str, Any]) -> None:
        """Compare with the row as it is now, in the transaction of the view."""
        stored = type(self.instance)._base_manager.filter(pk=self.instance.pk).first()
        if stored is None:
            raise ValidationError(GONE, code="gone")
        self.instance.version = stored.version
        if cleaned.get("version") == stored.version:
            return
        self.conflict = [*self._differences(stored, cleaned)]
        sent: Any = self.data  # a QueryDict or, in tests, a dict; a request's own cannot be written to
        self.data = sent = sent.copy()
        sent[self.add_prefix("version")] = str(stored.version)
        raise ValidationError(CHANGED, code="conflict")

    def _differences(self, stored: models.Model, cleaned: dict[str, Any]) -> list[Difference]:
        theirs = forms.model_to_dict(stored)
        found = []
        for name, field in self.fields.items():
            if name not in cleaned or name not in theirs or name == "version":
                continue
            pair = shown(field, theirs[name]), shown(field, cleaned[name])
            if pair[0] != pair[1]:
                found.append(Difference(str(self[name].label), *pair))
        return found


CHANGED = gettext_lazy(
    "Someone else saved this while you were writing. Nothing was overwritten. Please compare both versions "
    "below, adjust yours, and send it again."
)
GONE = gettext_lazy(
    "This no longer exists: someone removed it while you were writing. Please copy what you still need."
)


def shown(field: forms.Field, value: Any) -> str:
    """A form value as a person reads it: the label of a choice, yes or no, a list joined by commas."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (list, tuple, set, models.QuerySet)):
        return ", ".join(sorted(shown(field, item) for item in value)) or "–"
    if isinstance(field, forms.ModelChoiceField):
        rows: Any = field.queryset
        row = value if isinstance(value, models.Model) else rows.filter(pk=value).first()
        return field.label_from_instance(row) if row else "–"
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in _flat(field.choices)}
        return labels.get(str(value), str(value))
    return str(value)


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    """Choices without their groups."""
    pairs: list[tuple[Any, Any]] = []
    for key, label in choices:
        pairs.extend(label if isinstance(label, (list, tuple)) else [(key, label)])
    return pairs
