"""Writing to the people behind an entry, and asking for a fresh link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm


class MessageForm(SealedForm):
    """Passed on by the office; the address of the entry stays hidden."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    text = forms.CharField(label=_("Your message"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))


class LinkRequestForm(forms.Form):
    """The same answer whether the address is right or not."""

    email = forms.EmailField(
        label=_("E-mail address you gave with the entry"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
