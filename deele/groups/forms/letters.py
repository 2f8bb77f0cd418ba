"""A mail to all people of a group."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.groups.forms.fields import area, token_field


class LetterForm(forms.Form):
    """Subject and text."""

    subject = forms.CharField(label=_("Subject"), max_length=160)
    text = forms.CharField(label=_("Text"), max_length=8000, widget=area(10))
    token = token_field()

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])
