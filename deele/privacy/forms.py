"""Forms of the privacy pages."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PersonForm(forms.Form):
    """Whose data."""

    email = forms.EmailField(
        label=_("E-mail address of the person"),
        help_text=_("Everything that belongs to this address is found, in any app."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class ErasureForm(forms.Form):
    """The address again, and a deliberate yes."""

    email = forms.EmailField(widget=forms.HiddenInput)
    sure = forms.BooleanField(
        label=_("I have checked that this person asked for it, and that no law obliges us to keep the data.")
    )
