"""Pictures of an entry, with who took them and what may be done with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.directory.models.entry import Entry


class Photo(models.Model):
    """One picture. Without a release it is never shown in public."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="photos", verbose_name=_("entry"))
    image = models.ImageField(_("picture"), upload_to="eintraege/%Y/")
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    alt = models.CharField(
        _("what the picture shows"), max_length=200, help_text=_("For people who cannot see it: one short sentence.")
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    credit = models.CharField(_("who took it"), max_length=120)
    released = models.BooleanField(_("we may show it, and everybody in it agrees"), default=False)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("picture of an entry")
        verbose_name_plural = _("pictures of entries")

    def __str__(self) -> str:
        return f"{self.entry}: {self.alt}"
