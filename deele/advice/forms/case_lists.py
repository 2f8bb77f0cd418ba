"""Narrowing the list of cases."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.advice.enums import Topic
from deele.advice.forms.lists import ALL
from deele.advice.queries import contacts as queries
from deele.advice.queries.cases import VIEWS


class CaseFilter(forms.Form):
    """What the list is narrowed by; the names are those of the address."""

    sicht = forms.ChoiceField(choices=[(view, view) for view in VIEWS], required=False, widget=forms.HiddenInput)
    q = forms.CharField(label=_("Number, code or name"), max_length=60, required=False)
    thema = forms.ChoiceField(label=_("Topic"), choices=[*ALL, *Topic.choices], required=False)
    bereich = forms.ModelChoiceField(label=_("Area of work"), queryset=None, required=False, empty_label=_("all"))

    words = {"sicht": "view", "q": "text", "thema": "topic", "bereich": "area"}

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        area: Any = self.fields["bereich"]
        area.queryset = queries.areas(user)

    def asked(self) -> dict[str, Any]:
        """What was asked, as the query takes it; what makes no sense is left out."""
        self.is_valid()
        return {self.words[name]: value for name, value in self.cleaned_data.items() if value}

    def kept(self) -> dict[str, str]:
        """The filters as an address carries them, without the view."""
        valid = {name for name, value in self.cleaned_data.items() if value and name != "sicht"}
        return {name: str(self.data.get(name, "")) for name in valid}
