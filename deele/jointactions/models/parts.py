"""What belongs to a joint action: partners, stops, how far it reached."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Membership
from deele.core.dates import Precision
from deele.core.fields import RangeField
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.jointactions.enums import Contribution, Outcome
from deele.jointactions.models.action import JointAction
from deele.places.models import Place


class ActionPartner(BaseModel):
    """Who takes part with what. Named in public only after having agreed."""

    action = models.ForeignKey(JointAction, models.CASCADE, related_name="partners", verbose_name=_("joint action"))
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("member")
    )
    name = models.CharField(_("name, where it is no member"), max_length=200, blank=True)
    kind = models.CharField(_("brings"), max_length=24, choices=Contribution.choices, default=Contribution.WORK)
    contribution = models.CharField(_("contribution in a few words"), max_length=300, blank=True)
    agreed_on = models.DateField(_("agreed to be named on"), null=True, blank=True)
    agreed_how = models.CharField(_("how we know"), max_length=120, blank=True)
    declined_on = models.DateField(_("declined on"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("partner of an action")
        verbose_name_plural = _("partners of actions")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "membership"], name="actionpartner_once",
                violation_error_message=_("This member is a partner already."),
            ),
            models.CheckConstraint(
                condition=Q(membership__isnull=False) | ~Q(name=""), name="actionpartner_has_a_name",
                violation_error_message=_("Please choose a member or write a name."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | Q(declined_on=None), name="actionpartner_yes_or_no",
                violation_error_message=_("Agreed or declined, not both."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.membership.name if self.membership else self.name


class TourStop(BaseModel):
    """Where it can be seen or joined, from when until when."""

    action = models.ForeignKey(JointAction, models.CASCADE, related_name="stops", verbose_name=_("joint action"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="tour_stops", verbose_name=_("place"))
    venue = models.CharField(_("venue"), max_length=200)
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    begins = models.DateField(_("from"))
    precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    ends = models.DateField(_("until"), null=True, blank=True)
    hours = models.CharField(_("opening hours"), max_length=300, blank=True)
    host = models.CharField(_("host"), max_length=200, blank=True)
    access = models.CharField(_("how one gets in"), max_length=200, blank=True)
    visitors = models.PositiveIntegerField(_("visitors counted"), null=True, blank=True)
    counted_by = models.CharField(_("who counted, and how"), max_length=200, blank=True)

    class Meta:
        ordering = ["begins", "pk"]
        verbose_name = _("stop of a tour")
        verbose_name_plural = _("stops of tours")
        indexes = [models.Index(fields=["place", "begins"], name="tourstop_place")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("begins")), name="tourstop_ends_after_start",
                violation_error_message=_("The end lies before the beginning."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.venue


class Result(BaseModel, Sourced):
    """A figure that shows how far an action reached, with who says so."""

    action = models.ForeignKey(JointAction, models.CASCADE, related_name="results", verbose_name=_("joint action"))
    kind = models.CharField(_("what was counted"), max_length=16, choices=Outcome.choices)
    value = RangeField(_("number"))
    note = models.CharField(_("more about it"), max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("reach of an action")
        verbose_name_plural = _("reach of actions")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"
