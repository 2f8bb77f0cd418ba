"""The detail block of a kind as a form, built from its declaration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.fields import RangeFormField
from deele.core.ranges import Range
from deele.directory.kinds.base import NO, YES, Detail, Kind, Type

NOT_KNOWN = ("", _("not known"))
PREFIX = "detail"


def field_for(detail: Detail) -> forms.Field:
    """The form field of one detail."""
    options: dict[str, Any] = {"label": detail.label, "help_text": detail.hint, "required": False}
    if detail.type is Type.RANGE:
        return RangeFormField(**options)
    if detail.type is Type.NUMBER:
        return forms.IntegerField(min_value=0, max_value=1_000_000, **options)
    if detail.type is Type.YES_NO:
        return forms.ChoiceField(choices=[NOT_KNOWN, (YES, _("yes")), (NO, _("no"))], **options)
    if detail.type is Type.CHOICE:
        return forms.ChoiceField(choices=[NOT_KNOWN, *detail.choices], **options)
    if detail.type is Type.CHOICES:
        return forms.MultipleChoiceField(choices=detail.choices, widget=forms.CheckboxSelectMultiple, **options)
    if detail.type is Type.DATE:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **options)
    if detail.type is Type.LONG:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, **options)
    return forms.CharField(max_length=300, **options)


def kept(value: Any) -> Any:
    """A cleaned value as it is kept in JSON."""
    if isinstance(value, Range):
        return value.stored()
    return value.isoformat() if hasattr(value, "isoformat") else value


def asked(detail: Detail, value: Any) -> Any:
    """A kept value as the form shows it."""
    return Range.restored(value) if detail.type is Type.RANGE and value else value


class DetailsForm(forms.Form):
    """All details of one kind; `details` is what to keep, without what is not known."""

    def __init__(self, kind: Kind, data: Any = None, *, details: dict[str, Any] | None = None) -> None:
        initial = {detail.name: asked(detail, (details or {}).get(detail.name)) for detail in kind.details}
        super().__init__(data, initial=initial, prefix=PREFIX)
        self.foreign = {name: value for name, value in (details or {}).items() if name not in initial}
        for detail in kind.details:
            self.fields[detail.name] = field_for(detail)

    @property
    def details(self) -> dict[str, Any]:
        """What is known. Details of a former kind are kept, so that a change of kind loses nothing."""
        known = {name: kept(value) for name, value in self.cleaned_data.items() if value not in (None, "", [])}
        return {**self.foreign, **known}
