"""The wish for a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm


class AskLinkForm(SealedForm):
    """One address."""

    email = forms.EmailField(
        label=_("Your e-mail address"), max_length=254, help_text=_("The one your organisation has told us."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    next = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
