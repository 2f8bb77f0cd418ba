"""Figures about places from official statistics."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.places.models.place import Place


class Indicator(BaseModel):
    """What a figure means, who says it, under which licence. Declared in `kinds`."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=160)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    source = models.CharField(_("source"), max_length=200)
    licence = models.CharField(_("licence"), max_length=120)

    class Meta:
        ordering = ["key"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def __str__(self) -> str:
        return self.title


class IndicatorValue(models.Model):
    """One figure of one place in one year. A pure table: a quarter of a million rows."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="values", verbose_name=_("place"))
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="values", verbose_name=_("indicator"))
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.FloatField(_("value"))

    class Meta:
        ordering = ["indicator", "-year"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [models.UniqueConstraint(fields=["place", "indicator", "year"], name="one_figure_a_year")]

    def __str__(self) -> str:
        return str(self.value)
