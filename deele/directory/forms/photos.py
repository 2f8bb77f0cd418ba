"""A picture with its words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.directory.models import Photo


class PhotoForm(forms.ModelForm):
    """No picture without a description, a name and a release."""

    file = forms.FileField(label=_("Picture"), help_text=_("JPEG, PNG, WebP or GIF, at most 20 MB."))

    class Meta:
        model = Photo
        fields = ["alt", "caption", "credit", "released"]

    field_order = ["file", "alt", "caption", "credit", "released"]

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["released"].required = True
        self.fields["released"].error_messages["required"] = _("Without a release we may not keep the picture.")
