"""Where money may go back to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.money.rules import texts


class AccountForm(forms.Form):
    """Holder and IBAN."""

    holder = forms.CharField(label=_("Account holder"), max_length=70)
    iban = forms.CharField(label=_("IBAN"), max_length=42, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def clean_holder(self) -> str:
        """On one line."""
        return texts.one_line(self.cleaned_data["holder"], 70)

    def clean_iban(self) -> str:
        """Right check digits; kept without blanks."""
        try:
            return texts.iban(self.cleaned_data["iban"])
        except ValueError as error:
            raise forms.ValidationError(texts.wrong_iban(), code="iban") from error
