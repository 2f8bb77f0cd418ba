"""Looking for decisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.groups.enums.sessions import DecisionLevel
from deele.groups.models import WorkingGroup


class DecisionFilterForm(forms.Form):
    """Words, level, year, group."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=[("", _("all")), *DecisionLevel.choices])
    year = forms.ChoiceField(label=_("Year"), required=False)
    group = forms.ModelChoiceField(label=_("Working group"), required=False, queryset=None, empty_label=_("all"))

    def __init__(self, *args: Any, decisions: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        years = decisions.order_by("-year").values_list("year", flat=True).distinct()
        fields: Any = self.fields
        fields["year"].choices = [("", _("all")), *((str(one), str(one)) for one in years)]
        fields["group"].queryset = WorkingGroup.objects.filter(pk__in=decisions.order_by().values("group"))
