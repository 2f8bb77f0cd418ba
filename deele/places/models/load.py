"""What was loaded when, and which edition of the tree the finder holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Load(models.Model):
    """One run of `load_reference` that changed something."""

    at = models.DateTimeField(_("at"), db_index=True)
    origin = models.CharField(_("origin"), max_length=20, help_text=_("reference or starter"))
    register_on = models.DateField(_("date of the register"), null=True, blank=True)
    files = models.JSONField(_("files"), default=dict, blank=True)
    counts = models.JSONField(_("counts"), default=dict, blank=True)
    seconds = models.FloatField(_("seconds"), default=0)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("load of reference data")
        verbose_name_plural = _("loads of reference data")

    def __str__(self) -> str:
        return f"{self.origin} {self.register_on or ''}".strip()


class Edition(models.Model):
    """One row that says which state of the names is current. The finder compares it before it answers.

    `stamp` changes with every load, `grown` counts names learnt since then and `grown_stamp` tells two growths of
    the same count apart (one may have been rolled back).
    """

    stamp = models.CharField(_("load"), max_length=32)
    grown = models.PositiveIntegerField(_("learnt names"), default=0)
    grown_stamp = models.CharField(_("last learnt name"), max_length=32, blank=True)

    class Meta:
        verbose_name = _("edition of the places")
        verbose_name_plural = _("editions of the places")

    def __str__(self) -> str:
        return f"{self.stamp}.{self.grown}"
