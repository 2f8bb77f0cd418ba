"""The confidential note."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ConfidentialForm(forms.Form):
    """Words nobody else reads. The browser keeps no draft of them."""

    words = forms.CharField(
        label=_("Confidential note"),
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off", "spellcheck": "false"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def meet(self, version: int) -> None:
        """Somebody else was faster: sending again is a decision."""
        self.data = self.data.copy()
        self.data["version"] = str(version)
