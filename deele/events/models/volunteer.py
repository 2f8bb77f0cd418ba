"""People trained as volunteer advisers on adapting homes, and what they report."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.events.models.event import Event
from deele.office.models import Area
from deele.places.models import Place


class Volunteer(BaseModel):
    """A trained volunteer adviser: where they advise, and until when."""

    name = models.CharField(_("name"), max_length=160)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("area of work"))
    serves = models.ManyToManyField(Place, related_name="volunteers", verbose_name=_("districts served"))
    home_visits = models.BooleanField(_("visits people at home"), default=False)
    trained_at = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="volunteers", verbose_name=_("trained at")
    )
    trained_on = models.DateField(_("trained on"), null=True, blank=True)
    active_until = models.DateField(_("active until"), null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("volunteer adviser")
        verbose_name_plural = _("volunteer advisers")

    def __str__(self) -> str:
        return f"{self.pk}"  # never a name: the log quotes it


class VolunteerYear(models.Model):
    """How many consultations a volunteer reported for a year."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="years", verbose_name=_("volunteer adviser"))
    year = models.PositiveSmallIntegerField(_("year"))
    consultations = models.PositiveIntegerField(_("consultations"), default=0)

    class Meta:
        ordering = ["volunteer", "-year"]
        verbose_name = _("year of a volunteer")
        verbose_name_plural = _("years of volunteers")
        constraints = [models.UniqueConstraint(fields=["volunteer", "year"], name="volunteer_year_once")]

    def __str__(self) -> str:
        return f"{self.volunteer_id}, {self.year}"
