"""Pictures of the website, each with its description and its credit."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """A picture. `description` says what is to be seen; the upload form asks for it."""

    credit = models.CharField(
        _("credit"), max_length=160, help_text=_("Who took or drew it, and the licence if there is one.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions", verbose_name=_("picture"))

    class Meta:
        verbose_name = _("size of a picture")
        verbose_name_plural = _("sizes of pictures")
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
