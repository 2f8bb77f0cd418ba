"""Deciding about overlaps: one by one, and once for all that is left."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.likeness.enums import OverlapOutcome

CHOICES = [("", _("still open")), *OverlapOutcome.choices]
MOST_LETTERS = 1000


class DecisionForm(forms.Form):
    """What is to become of one overlap; empty leaves it as it is."""

    decision = forms.ChoiceField(label=_("Decision"), choices=CHOICES, required=False)
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=MOST_LETTERS, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed where both stay apart deliberately."),
    )  # fmt: skip

    def clean(self) -> dict[str, str]:
        """Deliberately apart needs a reason."""
        data = self.cleaned_data
        if data.get("decision") == OverlapOutcome.APART and not data.get("reason", "").strip():
            self.add_error("reason", _("Please say why both stay apart: whoever looks next wants to know."))
        if data.get("reason", "").strip() and not data.get("decision"):
            self.add_error("decision", _("You gave a reason. Please choose the decision it belongs to."))
        return data

    @property
    def choice(self) -> dict[str, str]:
        """What was chosen, as `actions.overlaps.decide` takes it; empty where nothing was."""
        data = self.cleaned_data
        return {"decision": data["decision"], "reason": data["reason"]} if data["decision"] else {}
