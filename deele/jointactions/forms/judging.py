"""Decisions of the office about what was sent in."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.jointactions.enums import Refused, Standing, Use

UNSAID: list[tuple[str, Any]] = [("", _("please choose"))]
DECISIONS = (Standing.TAKEN, Standing.ASKED, Standing.REFUSED, Standing.SUBMITTED)


class JudgeForm(forms.Form):
    """One decision about one submission."""

    to = forms.ChoiceField(choices=[(one.value, one.label) for one in DECISIONS], widget=forms.HiddenInput)
    reason = forms.ChoiceField(label=_("Reason"), choices=[*UNSAID, *Refused.choices], required=False)
    answer = forms.CharField(max_length=500, required=False)


class ManyForm(forms.Form):
    """One decision about several."""

    to = forms.ChoiceField(choices=[(one.value, one.label) for one in (Standing.TAKEN, Standing.REFUSED)])
    reason = forms.ChoiceField(label=_("Reason"), choices=[*UNSAID, *Refused.choices], required=False)


class UseForm(forms.Form):
    """Where a photo is used."""

    kind = forms.ChoiceField(label=_("Use"), choices=Use.choices)
    where = forms.CharField(label=_("Where"), max_length=200)
    since = forms.DateField(
        label=_("Since"), initial=timezone.localdate, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
