"""A file for a group."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.groups.forms.fields import token_field


class FileForm(forms.Form):
    """A file, or the next state of one that is there."""

    upload = forms.FileField(label=_("File"), help_text=_("PDF, PowerPoint, Word, Excel or a picture, at most 20 MB."))
    name = forms.CharField(
        label=_("Name"), max_length=100, required=False,
        help_text=_("Empty: the name of the file. A name that is there already makes it the next state of that file."),
    )  # fmt: skip
    note = forms.CharField(label=_("What it is, or what changed"), max_length=200, required=False)
    is_public = forms.BooleanField(
        label=_("Everybody may read it (only on the page of a public group)"), required=False
    )
    token = token_field()

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_note(self) -> str:
        return one_line(self.cleaned_data["note"])
