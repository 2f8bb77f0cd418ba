"""Proof of what was done for a person, without saying who the person was."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel


class Receipt(BaseModel):
    """When, by whom, and how many rows of which kind."""

    at = models.DateTimeField(_("at"), db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    counts = models.JSONField(_("rows per kind"), default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    @property
    def total(self) -> int:
        """All rows together."""
        return sum(self.counts.values())


class Erasure(Receipt):
    """The receipt of an erasure. The fingerprint answers "was I erased?" when the person asks with the address."""

    fingerprint = models.CharField(_("fingerprint of the address"), max_length=64, db_index=True)

    class Meta(Receipt.Meta):
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self) -> str:
        return f"L-{self.pk}"


class Lookup(Receipt):
    """Somebody of the office looked up or exported what we hold about a person."""

    fingerprint = models.CharField(_("fingerprint of the address"), max_length=64, db_index=True)

    class Meta(Receipt.Meta):
        verbose_name = _("look-up of a person")
        verbose_name_plural = _("look-ups of persons")

    def __str__(self) -> str:
        return f"A-{self.pk}"


class RetentionRun(Receipt):
    """One run over all terms; a dry run counts only."""

    is_dry = models.BooleanField(_("dry run"), default=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta(Receipt.Meta):
        verbose_name = _("retention run")
        verbose_name_plural = _("retention runs")

    def __str__(self) -> str:
        return f"F-{self.pk}"
