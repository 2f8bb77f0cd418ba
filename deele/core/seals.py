"""Seals for forms that anybody may send: when the form was opened, and a name by which a second sending is known."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

SALT = "core.seal"
HUMAN_SECONDS = 3
FORM_HOURS = 24
TOO_FAST = _("That was faster than a person writes. Please wait a moment and send the form again.")
TOO_OLD = _("This form was opened too long ago. Your text is still here: please send it once more.")
MUST_BE_EMPTY = _("This field must stay empty. Please empty it and send the form again.")


def sealed() -> str:
    """A fresh seal."""
    return signing.dumps([int(time.time()), get_random_string(20)], salt=SALT)


def check(seal: str) -> str:
    """The name in the seal. Raises ValidationError for forged, too fresh and too old ones."""
    try:
        opened, name = signing.loads(seal, salt=SALT, max_age=FORM_HOURS * 3600)
    except signing.BadSignature as error:
        raise forms.ValidationError(TOO_OLD, code="seal") from error
    if time.time() - opened < HUMAN_SECONDS:
        raise forms.ValidationError(TOO_FAST, code="fast")
    return name


class SealedForm(forms.Form):
    """A public form with a field only machines fill, and a seal. `cleaned_data["seal"]` is the form's name.

    A form that comes back with a seal that is too old carries a fresh one, so that sending it again works.
    """

    homepage = forms.CharField(required=False, label=_("Please leave this field empty"))
    seal = forms.CharField(label=_("This form"), widget=forms.HiddenInput, initial=sealed)

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(MUST_BE_EMPTY, code="homepage")
        return ""

    def clean_seal(self) -> str:
        try:
            return check(self.cleaned_data["seal"])
        except forms.ValidationError as error:
            if error.code == "seal":
                self.data: Any = self.data.copy()
                self.data[self.add_prefix("seal")] = sealed()
            raise
