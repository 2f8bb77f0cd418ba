"""Forms for the office, its carriers and areas. Two people editing at once see the conflict."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from deele.core import uploads
from deele.core.versions import VersionedForm
from deele.office.models import Area, Carrier, Office

LARGEST_LOGO = 2 * 1024 * 1024


class OfficeForm(VersionedForm):
    """The office itself."""

    class Meta:
        model = Office
        fields = ["name", "short_name", "claim", "email", "phone", "address", "state_key"]
        widgets = {"address": forms.Textarea(attrs={"rows": 4})}


class CarrierForm(VersionedForm):
    """A carrier."""

    class Meta:
        model = Carrier
        fields = ["name", "legal_form", "address", "website", "funder_block"]
        widgets = {"address": forms.Textarea(attrs={"rows": 4}), "funder_block": forms.Textarea(attrs={"rows": 4})}


class AreaForm(VersionedForm):
    """An area of work with its colour and logo."""

    class Meta:
        model = Area
        fields = ["name", "key", "carrier", "colour", "logo", "funder_block", "rank"]
        widgets = {
            "colour": forms.Select(choices=[(f"accent-{number}", f"accent-{number}") for number in range(1, 7)]),
            "funder_block": forms.Textarea(attrs={"rows": 4}),
        }

    def clean_logo(self) -> Any:
        """Only real pictures of a handy size, drawn anew and named by us. SVG may hold scripts and is refused."""
        logo = self.cleaned_data.get("logo")
        if not logo or "logo" not in self.files:
            return logo
        try:
            uploads.check_size(logo, LARGEST_LOGO)
            picture = uploads.clean_image(logo)
        except uploads.BadUpload as refusal:
            raise ValidationError(refusal.message) from refusal
        ending = picture.extension.removeprefix(".")
        return ContentFile(picture.content, name=f"{self.cleaned_data.get('key') or 'logo'}.{ending}")
