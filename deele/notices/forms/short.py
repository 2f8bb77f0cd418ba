"""The short forms of notices: a message, a link, a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm
from deele.core.versions import VersionedForm
from deele.notices.enums import Outcome, State
from deele.notices.models import Notice


class MessageForm(SealedForm):
    """Passed on by the office; the address of the notice stays hidden."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    text = forms.CharField(label=_("Your message"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))


class AskLinkForm(forms.Form):
    """The same answer whether the address is known or not."""

    email = forms.EmailField(
        label=_("E-mail address you gave with the notice"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class FoundForm(forms.Form):
    """How it was found."""

    through_us = forms.TypedChoiceField(
        label=_("Did you find each other through us?"),
        choices=[("ja", _("yes, through this exchange or this office")), ("nein", _("no, in another way"))],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one. It helps us to show what this exchange is worth.")},
    )


class OutcomeForm(forms.Form):
    """What came of an introduction."""

    outcome = forms.ChoiceField(label=_("Did you find each other?"), choices=Outcome.choices, widget=forms.RadioSelect)


class MoveForm(forms.Form):
    """One move of a notice, by the office."""

    to = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The person behind the notice reads this."),
    )  # fmt: skip


class DeskForm(VersionedForm):
    """What the office may change: words that name somebody, who sees it, the entry it belongs to."""

    class Meta:
        model = Notice
        fields = ["title", "text", "visibility", "entry"]
        widgets = {"text": forms.Textarea(attrs={"rows": 8}), "entry": forms.NumberInput()}
