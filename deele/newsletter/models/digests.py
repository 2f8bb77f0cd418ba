"""The overview of what is new in one's own district and topics: one row a month or week, one row a mail."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.core.dates import in_words
from deele.core.models import BaseModel
from deele.newsletter.enums import RunState
from deele.newsletter.models.subscribers import Subscriber


class DigestRun(BaseModel):
    """The overview of one month or week. `made` counts the mails, `empty` the people there was nothing new for."""

    begins_on = models.DateField(_("day"), unique=True)
    state = models.CharField(_("state"), max_length=12, choices=RunState.choices, default=RunState.RUNNING)
    made = models.PositiveIntegerField(_("mails"), default=0)
    empty = models.PositiveIntegerField(_("nothing new for"), default=0)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)

    class Meta:
        ordering = ["-begins_on"]
        verbose_name = _("overview of what is new")
        verbose_name_plural = _("overviews of what is new")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="newsletter_digest_state_known")
        ]

    def __str__(self) -> str:
        return in_words(self.begins_on)


class Digest(models.Model):
    """One mail to one subscriber, and the records in it: nobody is told of the same thing twice.

    The mail itself lies in the outbox. Goes with the subscription.
    """

    run = models.ForeignKey(DigestRun, models.CASCADE, related_name="digests", verbose_name=_("overview"))
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="digests", verbose_name=_("subscriber"))
    refs = models.JSONField(_("records in it"), default=list)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("overview for one person")
        verbose_name_plural = _("overviews for one person")
        constraints = [models.UniqueConstraint(fields=["run", "subscriber"], name="newsletter_digest_once")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.subscriber_id}"
