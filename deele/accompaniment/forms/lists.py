"""Narrowing the list of plans."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.accompaniment import enums
from deele.accompaniment.models.plans import PHASES
from deele.accompaniment.queries import people

ALL: list[tuple[str, Any]] = [("", _("all"))]


class FilterForm(forms.Form):
    """What the list is narrowed by."""

    q = forms.CharField(label=_("Words of the title, or the place"), max_length=100, required=False)
    mine = forms.BooleanField(label=_("only mine"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), choices=[*ALL, *PHASES], required=False)
    light = forms.ChoiceField(label=_("Traffic light"), choices=[*ALL, *enums.Light.choices], required=False)
    carrier = forms.ChoiceField(label=_("Whose plan"), choices=[*ALL, *enums.CarrierKind.choices], required=False)
    area: Any = forms.ModelChoiceField(label=_("Area of work"), queryset=None, required=False, empty_label=_("all"))

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["area"]
        field.queryset = people.areas(user)

    def asked(self) -> dict[str, Any]:
        """What was asked; what makes no sense is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
