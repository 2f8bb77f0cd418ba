"""The ledger: one row per issue and recipient, from release until long after the last copy left."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.newsletter.enums import DeliveryState
from deele.newsletter.models.issues import Issue


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Copies by what is to be done with them."""

    def lost(self, now: datetime) -> "DeliveryQuerySet":
        """Claimed by a worker that never came back."""
        return self.filter(state=DeliveryState.UNDERWAY, lease_until__lt=now)


class Delivery(models.Model):
    """One copy for one address.

    `lease_token` is the fence: only who still holds it may write how the sending ended. Address and handle are
    copied at release, so that nobody is written to who was not shown then; they are emptied after their term.
    """

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="deliveries", db_index=False, verbose_name=_("issue"))
    fingerprint = models.CharField(_("fingerprint of the address"), max_length=64, null=True)
    email = models.EmailField(_("e-mail address"), blank=True, db_index=True)
    handle = models.CharField(_("name in links"), max_length=24, blank=True)
    domain = models.CharField(_("domain of the address"), max_length=255, blank=True)
    language = models.CharField(_("language"), max_length=8, default="de")
    state = models.CharField(
        _("state"), max_length=16, choices=DeliveryState.choices, default=DeliveryState.WAITING, db_default="wartet"
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, db_default=0)
    next_at = models.DateTimeField(_("not before"))
    lease_token = models.CharField(_("token of the worker"), max_length=32, blank=True, default="", db_default="")
    lease_until = models.DateTimeField(_("claimed until"), null=True)
    settled_at = models.DateTimeField(_("settled at"), null=True)
    answer = models.TextField(_("answer of the mail server"), blank=True, default="", db_default="")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("copy of an issue")
        verbose_name_plural = _("copies of issues")
        constraints = [
            models.UniqueConstraint(fields=["issue", "fingerprint"], name="newsletter_copy_once"),
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="newsletter_copy_state_known"),
        ]
        indexes = [models.Index(fields=["issue", "state", "next_at", "id"], name="newsletter_copy_due")]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.pk}"


class Pace(models.Model):
    """Until when the copies that left have used up a limit: of all (empty key), or of one domain. Bookkeeping."""

    key = models.CharField(_("domain"), max_length=255, primary_key=True)
    until = models.DateTimeField(_("used up until"))

    class Meta:
        verbose_name = _("pace of sending")
        verbose_name_plural = _("paces of sending")

    def __str__(self) -> str:
        return self.key
