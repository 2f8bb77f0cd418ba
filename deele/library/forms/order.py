"""Ordering printed copies, and dealing with orders."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.core.seals import SealedForm


class OrderForm(SealedForm):
    """How many, and where they go."""

    copies = forms.IntegerField(
        label=pgettext_lazy("order", "How many copies?"), min_value=1, max_value=1000, initial=1,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )  # fmt: skip
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    organisation = forms.CharField(
        label=_("Organisation"), max_length=160, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    street = forms.CharField(
        label=_("Street and number"), max_length=160, widget=forms.TextInput(attrs={"autocomplete": "street-address"})
    )
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "class": "input--short"}),
    )  # fmt: skip
    town = forms.CharField(
        label=_("Town"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "address-level2"})
    )
    email = forms.EmailField(
        label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("To confirm the order, and to ask back. Nothing else."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Message to us"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    FIELDS = ("copies", "name", "organisation", "street", "postcode", "town", "email", "note")

    def values(self) -> dict[str, object]:
        """Fields of PrintOrder as the action takes them."""
        return {name: self.cleaned_data[name] for name in self.FIELDS}


class DeclineForm(forms.Form):
    """Why nothing is sent."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
