"""Applications of a plan for money (Förderantrag). We track what we are told; the office is adviser, not authority."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.accompaniment.enums.money import ENDED_STATES, ApplicationState, ToldBy
from deele.accompaniment.models.finance import SentOnce
from deele.accompaniment.models.plans import Plan
from deele.funding.models import ProgrammeVersion, Round

PLAN = pgettext_lazy("housing", "plan")
APPLICATION = _("application for money")


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Applications by who asks."""

    def visible_to(self, user: Any) -> "ApplicationQuerySet":
        """Those of the plans this person may work on."""
        return self.filter(plan__in=Plan.objects.visible_to(user))

    def open(self) -> "ApplicationQuerySet":
        """Those that go on."""
        return self.exclude(state__in=ENDED_STATES)


class Application(SentOnce):
    """Belongs to the version of the programme it began under, whatever the programme says later."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="applications", verbose_name=PLAN)
    programme_version = models.ForeignKey(
        ProgrammeVersion, models.PROTECT, related_name="applications", verbose_name=_("version of a programme")
    )
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, related_name="applications", verbose_name=_("round")
    )
    state = models.CharField(
        _("where it stands"), max_length=24, choices=ApplicationState.choices, default=ApplicationState.IDEA
    )
    told_by = models.CharField(
        _("whose statement it is"), max_length=10, choices=ToldBy.choices, default=ToldBy.CARRIER
    )
    begun_on = models.DateField(_("begun on"))
    talk_on = models.DateField(_("talk on the programme on"), null=True, blank=True)
    advised_on = models.DateField(_("sketch advised on"), null=True, blank=True)
    sketch_on = models.DateField(_("sketch sent on"), null=True, blank=True)
    filed_on = models.DateField(_("application filed on"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    asked_cents = models.PositiveBigIntegerField(_("sum asked for (euros)"), null=True, blank=True)
    granted_cents = models.PositiveBigIntegerField(_("sum granted (euros)"), null=True, blank=True)
    conditions = models.TextField(_("conditions of the grant"), blank=True, max_length=2000)
    interim_due_on = models.DateField(_("interim proof due on"), null=True, blank=True)
    interim_done_on = models.DateField(_("interim proof handed in on"), null=True, blank=True)
    final_due_on = models.DateField(_("proof of use due on"), null=True, blank=True)
    final_done_on = models.DateField(_("proof of use handed in on"), null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_on", "-pk"]
        verbose_name = APPLICATION
        verbose_name_plural = _("applications for money")
        indexes = [
            models.Index(fields=["state", "interim_due_on"], name="application_interim"),
            models.Index(fields=["state", "final_due_on"], name="application_final"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(granted_cents__isnull=False)
                | ~Q(state__in=["bewilligt", "mittelabruf", "zwischennachweis", "verwendungsnachweis",
                                "geprueft_abgeschlossen"]),
                name="application_granted_has_its_sum",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.programme_version.programme.name}: {self.plan.title}"

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("accompaniment:application", args=[self.plan_id, self.pk])


class ApplicationMove(models.Model):
    """A step of an application: who wrote it down, when it was, why. Lines are only added."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="moves", verbose_name=APPLICATION)
    before = models.CharField(_("from"), max_length=24, choices=ApplicationState.choices, blank=True)
    state = models.CharField(_("to"), max_length=24, choices=ApplicationState.choices)
    happened_on = models.DateField(_("on"))
    told_by = models.CharField(_("whose statement it is"), max_length=10, choices=ToldBy.choices)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    takes_back = models.BooleanField(_("takes the step before back"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("step of an application")
        verbose_name_plural = _("steps of applications")

    def __str__(self) -> str:
        return str(self.get_state_display())

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk:
            raise TypeError("The steps of an application are only added to.")
        super().save(*args, **options)


class FundsCall(SentOnce):
    """Money called for under a grant (Mittelabruf)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="calls", verbose_name=APPLICATION)
    called_on = models.DateField(_("called for on"))
    cents = models.PositiveBigIntegerField(_("amount (euros)"))
    paid_on = models.DateField(_("paid out on"), null=True, blank=True)

    class Meta:
        ordering = ["called_on", "pk"]
        verbose_name = _("call for money")
        verbose_name_plural = _("calls for money")

    def __str__(self) -> str:
        return f"{self.called_on:%d.%m.%Y}"


class SuccessGoal(SentOnce):
    """A success parameter of an application: what was promised, what came of it."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="goals", verbose_name=APPLICATION)
    title = models.CharField(_("what is measured"), max_length=160)
    target = models.CharField(_("target"), max_length=80)
    actual = models.CharField(_("reached"), max_length=80, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("goal of an application")
        verbose_name_plural = _("goals of applications")

    def __str__(self) -> str:
        return self.title
