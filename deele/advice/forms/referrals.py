"""Referring somebody to another office."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.advice.actions.referrals import CONSENT
from deele.advice.enums import Handover
from deele.advice.forms.cases import day
from deele.advice.forms.contacts import new_token
from deele.advice.models import Referral
from deele.directory.models import Entry


class ReferralForm(forms.ModelForm):
    """To whom, and what went there: only the address, or who asks, with consent."""

    token = forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40)

    class Meta:
        model = Referral
        fields = [
            "target_kind", "entry", "target_name", "made_on", "handover", "consent_on", "consent_way", "consent_scope",
        ]  # fmt: skip
        widgets = {"made_on": day(), "consent_on": day(), "handover": forms.RadioSelect}

    def __init__(self, *args: Any, near: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        entry: Any = self.fields["entry"]
        entry.queryset, entry.empty_label = Entry.objects.public(), _("none of these")
        entry.choices = [("", _("none of these")), *((one.pk, f"{one.title} ({one.place})") for one in near)]
        entry.help_text = _("Offices near the place of the case, from the directory.")
        self.fields["target_name"].help_text = _("Only if it does not stand in the list. No private persons.")
        self.fields["handover"].choices = Handover.choices  # type: ignore[attr-defined]
        self.fields["consent_scope"].help_text = _("For example: name and telephone number, for calling back.")
        self.initial["made_on"] = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("handover") == Handover.PASSED_ON and not (given.get("consent_on") and given.get("consent_way")):
            self.add_error("consent_on", CONSENT)
        return given
