"""A tiding: one line a delegate is to hear of, gathered into a digest, each at most once."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.alliance.models.delegate import Delegate


class Tiding(models.Model):
    """What happened, for one delegate. `key` makes it happen once; `topic` is what they can mute ("groups.group:3").

    Urgent ones ("assigned to you") go out at once as a mail of their own, all others with the next digest.
    """

    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="tidings", verbose_name=_("delegate"))
    key = models.CharField(_("key"), max_length=120)
    topic = models.CharField(_("about"), max_length=80, blank=True)
    text = models.CharField(_("in one line"), max_length=300)
    path = models.CharField(_("address in this house"), max_length=300, blank=True)
    urgent = models.BooleanField(_("at once"), default=False)
    made_at = models.DateTimeField(_("made at"))
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("tiding")
        verbose_name_plural = _("tidings")
        constraints = [models.UniqueConstraint(fields=["delegate", "key"], name="tiding_once")]
        indexes = [models.Index(fields=["delegate", "made_at"], condition=Q(told_at=None), name="tiding_untold")]

    def __str__(self) -> str:
        return self.text
