"""What a group may send: a proposal, and the wish for a new link."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums import ProposalKind
from deele.accompaniment.forms.fields import area, day_input
from deele.accompaniment.models import Plan
from deele.core.seals import SealedForm


class ProposalForm(SealedForm):
    """A milestone done, a new date, news, a file."""

    kind = forms.ChoiceField(label=_("What would you like to tell us?"), choices=ProposalKind.choices)
    milestone: Any = forms.ModelChoiceField(
        label=_("Which milestone?"), queryset=None, required=False, empty_label=_("none"),
        help_text=_("For “done” and “new date”."),
    )  # fmt: skip
    day = forms.DateField(label=_("Which day?"), required=False, widget=day_input())
    text = forms.CharField(
        label=_("Your words"), required=False, max_length=2000, widget=area(),
        help_text=_("Please write nothing about illnesses or other private things of single people."),
    )  # fmt: skip
    upload = forms.FileField(
        label=_("File"), required=False, help_text=_("PDF, PowerPoint, Word, Excel or a picture, at most 20 MB.")
    )

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["milestone"]
        field.queryset = plan.milestones.filter(done_on=None, dropped=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, day = cleaned.get("kind"), cleaned.get("day")
        if kind in (ProposalKind.DONE, ProposalKind.DATE):
            if cleaned.get("milestone") is None and "milestone" not in self.errors:
                self.add_error("milestone", _("Please choose the milestone it is about."))
            if day is None and "day" not in self.errors:
                self.add_error("day", _("Please give the day."))
        if kind == ProposalKind.DONE and day and day > timezone.localdate():
            self.add_error("day", _("This day is still to come."))
        if kind == ProposalKind.NOTE and not cleaned.get("text"):
            self.add_error("text", _("Please write what the office should know."))
        if kind == ProposalKind.FILE and not cleaned.get("upload"):
            self.add_error("upload", _("Please choose the file."))
        return cleaned

    def told(self) -> dict[str, Any]:
        """As the action takes it."""
        return {name: self.cleaned_data[name] for name in ("kind", "milestone", "day", "text")}


class AskLinkForm(forms.Form):
    """A new link to the page of one's plan."""

    email = forms.EmailField(label=_("Your e-mail address"))


class AnswerForm(forms.Form):
    """A word with the answer to a proposal."""

    words = forms.CharField(required=False, max_length=300)
    accept = forms.TypedChoiceField(choices=[("ja", ""), ("nein", "")], coerce=lambda value: value == "ja")
