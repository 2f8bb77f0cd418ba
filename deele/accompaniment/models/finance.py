"""The money of a plan: where it comes from, what it is for, and what was answered on the legal form."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.accompaniment.enums.money import Instrument, SourceStatus, Use
from deele.accompaniment.models.plans import Plan
from deele.core.models import BaseModel
from deele.funding.models import ProgrammeVersion

PLAN = pgettext_lazy("housing", "plan")


class SentOnce(BaseModel):
    """A row made by a form of the desk: the same form sent twice is one row (`form_token` names the form)."""

    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        abstract = True


class MoneySource(SentOnce):
    """A source of money. One from a programme keeps the version it was asked under."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="money_sources", verbose_name=PLAN)
    instrument = models.CharField(_("kind of money"), max_length=24, choices=Instrument.choices)
    label = models.CharField(_("from whom"), max_length=160, blank=True)
    cents = models.PositiveBigIntegerField(_("amount (euros)"))
    status = models.CharField(_("status"), max_length=12, choices=SourceStatus.choices, default=SourceStatus.ASKED)
    condition = models.CharField(_("on condition that"), max_length=240, blank=True)
    programme_version = models.ForeignKey(
        ProgrammeVersion, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("version of a programme"),
    )  # fmt: skip

    class Meta:
        ordering = ["pk"]
        verbose_name = _("source of money")
        verbose_name_plural = _("sources of money")

    def __str__(self) -> str:
        return self.label or str(self.get_instrument_display())


class MoneyUse(SentOnce):
    """What money is for."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="money_uses", verbose_name=PLAN)
    use = models.CharField(_("what for"), max_length=16, choices=Use.choices)
    label = models.CharField(_("in detail"), max_length=160, blank=True)
    cents = models.PositiveBigIntegerField(_("amount (euros)"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("cost of a plan")
        verbose_name_plural = _("costs of a plan")

    def __str__(self) -> str:
        return self.label or str(self.get_use_display())


class FinderAnswers(BaseModel):
    """What a group answered in the legal form finder, kept by the adviser; the ranking is made anew each time."""

    plan = models.OneToOneField(Plan, models.CASCADE, related_name="finder_answers", verbose_name=PLAN)
    answers = models.JSONField(_("answers"), default=dict)
    kept_on = models.DateField(_("kept on"))
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("kept by")
    )

    class Meta:
        verbose_name = _("answers on the legal form")
        verbose_name_plural = _("answers on the legal form")

    def __str__(self) -> str:
        return str(self.plan)
