"""Narrowing the list of contacts, and templates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.advice import rules
from deele.advice.enums import Channel, Kind, Result, Topic
from deele.advice.models import Template
from deele.advice.queries import contacts as queries
from deele.core.versions import VersionedForm
from deele.office.enums import Audience

ALL: list[tuple[str, Any]] = [("", _("all"))]


def day(label: Any) -> forms.DateField:
    """A day, or none."""
    return forms.DateField(label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}))


class FilterForm(forms.Form):
    """What the list is narrowed by."""

    mine = forms.BooleanField(label=_("only mine"), required=False)
    since = day(_("From"))
    until = day(_("Until"))
    area = forms.ModelChoiceField(label=_("Area of work"), queryset=None, required=False, empty_label=_("all"))
    topic = forms.ChoiceField(label=_("Topic"), choices=[*ALL, *Topic.choices], required=False)
    audience = forms.ChoiceField(label=_("Who asked"), choices=[*ALL, *Audience.choices], required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[*ALL, *Kind.choices], required=False)
    channel = forms.ChoiceField(label=_("Way"), choices=[*ALL, *Channel.choices], required=False)
    code = forms.CharField(label=_("Code"), max_length=12, required=False)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        area: Any = self.fields["area"]
        area.queryset = queries.areas(user)

    def clean_code(self) -> str:
        return rules.tidy_code(self.cleaned_data["code"])

    def asked(self) -> dict[str, Any]:
        """What was asked; what makes no sense is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class TemplateForm(VersionedForm):
    """What is the same each time."""

    topics = forms.MultipleChoiceField(
        label=_("Topics"), choices=Topic.choices, widget=forms.CheckboxSelectMultiple, help_text=_("Up to three.")
    )
    results = forms.MultipleChoiceField(
        label=_("Results"), choices=Result.choices, widget=forms.CheckboxSelectMultiple, help_text=_("Up to two.")
    )

    class Meta:
        model = Template
        fields = ["title", "area", "audience", "topics", "channel", "kind", "duration", "results"]

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        area: Any = self.fields["area"]
        area.queryset = queries.areas(user)
        if not self.instance.pk:
            self.initial["area"] = queries.usual_area(user)

    def clean_topics(self) -> list[str]:
        return at_most(self.cleaned_data["topics"], 3)

    def clean_results(self) -> list[str]:
        return at_most(self.cleaned_data["results"], 2)


def at_most(values: list[str], number: int) -> list[str]:
    """Raises ValidationError for more."""
    if len(values) > number:
        raise forms.ValidationError(_("Please choose at most %(number)s."), params={"number": number}, code="many")
    return values
