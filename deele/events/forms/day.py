"""Forms of the day and after: how it was, checking a certificate, the grid of attendance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.events.queries.feedback import GRADES, SCALE, TEXTS


class FeedbackForm(forms.Form):
    """Grades and two texts. No question is compulsory."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for key, label in SCALE:
            self.fields[key] = forms.TypedChoiceField(
                label=label, choices=GRADES, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
            )
        for key, label in TEXTS:
            self.fields[key] = forms.CharField(
                label=label, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
            )
        self.fields["good"].help_text = _("Please name nobody, neither yourself nor others.")

    def clean(self) -> dict[str, Any]:
        """An empty form is no answer."""
        data = super().clean() or {}
        if not any(data.values()) and not self.errors:
            raise forms.ValidationError(_("Please answer at least one question."))
        return data

    def answers(self) -> dict[str, Any]:
        """What was answered, without the gaps."""
        return {key: value for key, value in self.cleaned_data.items() if value}


class CheckForm(forms.Form):
    """The code on a certificate."""

    code = forms.CharField(
        label=_("Code on the certificate"),
        max_length=40,
        help_text=_("Sixteen letters and digits, for example K7M4-QX9P-… Capitals and hyphens do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


def changed_cells(data: Any) -> dict[tuple[int, int], bool]:
    """What somebody changed in the grid: a box that differs from what it was when the page was opened."""
    changes = {}
    for name in data:
        word, _dash, rest = name.partition("-")
        person, _dash, day = rest.partition("-")
        if word == "war" and person.isdecimal() and day.isdecimal() and len(rest) < 24:
            there = f"da-{rest}" in data
            if there is not (data[name] == "1"):
                changes[int(person), int(day)] = there
    return changes
