"""One office, its carriers (Träger) and its areas of work (Bereiche)."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel


class Office(BaseModel):
    """The office whose hall this is. One row."""

    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    claim = models.CharField(_("one line about the office"), max_length=200, blank=True)
    state_key = models.CharField(_("key of the state"), max_length=2, default="03", help_text=_("03 is Lower Saxony"))
    email = models.EmailField(_("e-mail address"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.TextField(_("postal address"), blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("office")

    def __str__(self) -> str:
        return self.name


class Carrier(BaseModel):
    """A legal body that carries an area of work: money, invoices and funding notes are its own."""

    name = models.CharField(_("name"), max_length=200)
    legal_form = models.CharField(_("legal form"), max_length=60, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    funder_block = models.TextField(
        _("funding note"), blank=True, help_text=_("Stands below everything this carrier publishes.")
    )

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("carrier")
        verbose_name_plural = _("carriers")

    def __str__(self) -> str:
        return self.name


class Area(BaseModel):
    """An area of work (Bereich). Records carry theirs."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="areas", verbose_name=_("carrier"))
    colour = models.CharField(
        _("colour"),
        max_length=20,
        default="accent-1",
        validators=[RegexValidator(r"^accent-[1-6]$")],
        help_text=_("One of the colour tokens of the house: accent-1 to accent-6."),
    )
    logo = models.FileField(_("logo"), upload_to="office/", blank=True)
    funder_block = models.TextField(_("funding note"), blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=10)

    class Meta:
        ordering = ["rank", "name", "pk"]
        verbose_name = _("area of work")
        verbose_name_plural = _("areas of work")

    def __str__(self) -> str:
        return self.name
