"""The history of a plan. Lines are added, never changed: a mistake is corrected by a new line that names the old one.

The database refuses to change the facts of a line (migration 0001); only words and names leave it, when they must.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.models.plans import A_PLAN, PHASES, SIDES, Plan
from deele.core.dates import PartialDate, Precision
from deele.core.dates import in_words as date_in_words


class PhaseQuerySet(models.QuerySet["PhaseChange"]):
    """Lines of the history."""

    def standing(self) -> "PhaseQuerySet":
        """Those no later line corrects, and that take nothing back: what holds today."""
        return self.filter(corrected_by__isnull=True, withdrawn=False)

    def delete(self) -> Any:
        raise TypeError("The history of a plan is only added to.")


class PhaseChange(models.Model):
    """From `entered_on` the plan is in this phase and side state. `withdrawn` lines only take `corrects` back."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="phases", verbose_name=A_PLAN)
    phase = models.CharField(_("phase"), max_length=20, choices=PHASES)
    side = models.CharField(_("side state"), max_length=20, choices=SIDES, blank=True)
    entered_on = models.DateField(_("entered on"))
    precision = models.CharField(_("how exactly"), max_length=5, choices=Precision.choices, default=Precision.DAY)
    out_of_order = models.BooleanField(_("out of order"), default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    gate_met = models.BooleanField(_("what ends the phase before was reached"), null=True, blank=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("corrects")
    )
    withdrawn = models.BooleanField(_("takes a line back"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"))

    objects = PhaseQuerySet.as_manager()

    class Meta:
        ordering = ["entered_on", "pk"]
        verbose_name = _("line of the history of a plan")
        verbose_name_plural = _("lines of the history of plans")
        indexes = [
            models.Index(fields=["plan", "entered_on", "id"], name="phase_by_plan"),
            models.Index(fields=["phase", "entered_on"], name="phase_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn=False) | Q(corrects__isnull=False), name="phase_withdrawn_names_its_line"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_phase_display()}, {self.when}"

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk:
            raise TypeError("The history of a plan is only added to.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Any:
        raise TypeError("The history of a plan is only added to.")

    @property
    def when(self) -> str:
        """The day, no finer than it is known."""
        return date_in_words(self.entered_on, self.precision)

    @property
    def entered(self) -> PartialDate:
        """The day with its precision."""
        return PartialDate(self.entered_on, Precision(self.precision))
