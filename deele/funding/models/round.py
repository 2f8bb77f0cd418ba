"""A round of a programme: until when one applies, and what came of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.funding.models.programme import ProgrammeVersion


class Round(BaseModel, Sourced):
    """Belongs to the version it began with. What is not known stays empty: a wrong deadline is worse than none."""

    programme_version = models.ForeignKey(
        ProgrammeVersion, models.PROTECT, related_name="rounds", verbose_name=_("version of the programme")
    )
    name = models.CharField(_("name"), max_length=80, help_text=_("For example: funding year 2027."))
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    deadline_note = models.CharField(
        _("on the deadline"), max_length=240, blank=True, help_text=_("For example: the sketch comes weeks before.")
    )
    focus = models.TextField(_("focus"), blank=True, max_length=1000, help_text=_("One to a line."))
    applied = models.PositiveIntegerField(_("applications"), null=True, blank=True)
    granted = models.PositiveIntegerField(_("granted"), null=True, blank=True)
    granted_cents = models.PositiveBigIntegerField(_("sum granted (euros)"), null=True, blank=True)
    result_note = models.CharField(_("on the result"), max_length=240, blank=True)

    class Meta:
        ordering = ["-deadline", "-pk"]
        verbose_name = _("round of a programme")
        verbose_name_plural = _("rounds of programmes")
        indexes = [models.Index(fields=["deadline"], name="round_by_deadline")]
        constraints = [
            models.UniqueConstraint(fields=["programme_version", "name"], name="round_name_once"),
            models.CheckConstraint(
                condition=Q(granted=None) | Q(applied=None) | Q(granted__lte=F("applied")),
                name="round_grants_what_was_asked",
            ),
            models.CheckConstraint(
                condition=Q(opens_on=None) | Q(deadline=None) | Q(opens_on__lte=F("deadline")),
                name="round_opens_before_it_closes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_version.programme.name}, {self.name}"

    @property
    def has_result(self) -> bool:
        """Whether anything is known of what came of it."""
        return any(value is not None for value in (self.applied, self.granted, self.granted_cents))
