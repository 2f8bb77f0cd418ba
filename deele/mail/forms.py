"""Stopping mail and letting it go."""

from django import forms
from django.utils.translation import gettext_lazy as _


class MuteForm(forms.Form):
    """Why nothing should leave."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Colleagues see it, for example: this is a copy for trying things."),
    )


class UnmuteForm(forms.Form):
    """What becomes of the held messages."""

    held = forms.ChoiceField(
        label=_("Messages held back so far"),
        widget=forms.RadioSelect,
        choices=[
            ("cancel", _("Cancel them, because the house this copy was made from may have sent them already")),
            ("send", _("Send them now")),
        ],
    )
