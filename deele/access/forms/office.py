"""Forms for the office, its carriers and areas. Two people editing at once see the conflict."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image

from deele.core.versions import VersionedForm
from deele.office.models import Area, Carrier, Office

LARGEST_LOGO = 2 * 1024 * 1024
WIDEST_LOGO = 4000
FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}


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
        """Only real pictures of a handy size, whatever the file is called. SVG may hold scripts and is refused."""
        logo = self.cleaned_data.get("logo")
        if not logo or "logo" not in self.files:
            return logo
        if logo.size > LARGEST_LOGO:
            raise ValidationError(_("The picture is larger than 2 MB. Please make it smaller and try again."))
        kind = picture_kind(logo)
        logo.name = f"{self.cleaned_data.get('key') or 'logo'}.{kind}"
        return logo


def picture_kind(file: Any) -> str:
    """The ending a picture must have. Raises ValidationError for anything that is no PNG, JPEG or WebP."""
    words = _("This is no picture we can use. Please choose a PNG, JPEG or WebP file.")
    try:
        picture = Image.open(file, formats=tuple(FORMATS))
        if max(picture.size) > WIDEST_LOGO:
            raise ValidationError(_("The picture is wider or higher than 4000 points. Please make it smaller."))
        picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(words) from error
    finally:
        file.seek(0)
    return FORMATS[picture.format or ""]
