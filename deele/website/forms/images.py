"""Uploading pictures: looked at before they are opened, described before they are stored."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from deele.core import uploads


class PictureForm(BaseImageForm):
    """The picture is drawn anew, so no program and no camera data comes with it; a description is a must."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if field := self.fields.get("description"):
            field.required = True
            field.label = _("What is to be seen?")
            field.help_text = _("One sentence for people who do not see the picture.")

    def clean_file(self) -> Any:
        """The upload as a clean picture. Refused with what it is and what to do."""
        file = self.cleaned_data.get("file")
        if "file" not in self.changed_data or not file:
            return file
        try:
            picture = uploads.clean_image(file)
        except uploads.BadUpload as refusal:
            raise forms.ValidationError(refusal.message, code=refusal.code) from refusal
        stem = file.name.rpartition(".")[0] or file.name
        clean = ContentFile(picture.content, name=f"{stem}.{picture.extension}")
        clean.content_type = picture.content_type
        return clean
