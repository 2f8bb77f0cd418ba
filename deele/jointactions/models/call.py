"""A call: what people are asked to send in, until when, on which terms."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.jointactions.enums import PUBLIC_STATES, Accepts
from deele.jointactions.models.action import JointAction


class CallQuerySet(models.QuerySet["Call"]):
    """Calls by time."""

    def public(self) -> "CallQuerySet":
        """Released calls of public actions."""
        return self.filter(released=True, action__is_public=True, action__state__in=PUBLIC_STATES)

    def open(self, now: datetime) -> "CallQuerySet":
        """What takes something in at this instant."""
        return self.public().filter(Q(opens_at=None) | Q(opens_at__lte=now), closes_at__gt=now)


class Call(BaseModel):
    """One call of an action. At `closes_at` it is over, to the second.

    `terms_version` counts how often the terms changed after somebody agreed to them; the consent names it.
    """

    action = models.ForeignKey(JointAction, models.PROTECT, related_name="calls", verbose_name=_("joint action"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("what we ask for"), max_length=4000)
    audience = models.CharField(_("who may take part"), max_length=200, blank=True)
    accepts = models.CharField(_("what may be sent"), max_length=12, choices=Accepts.choices, default=Accepts.BOTH)
    most_photos = models.PositiveSmallIntegerField(_("photos for each person, at most"), default=3)
    opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes at"))
    needs_exhibition = models.BooleanField(_("exhibitions: we cannot do without"), default=False)
    needs_website = models.BooleanField(_("our website: we cannot do without"), default=True)
    needs_print = models.BooleanField(_("print: we cannot do without"), default=False)
    needs_press = models.BooleanField(_("press: we cannot do without"), default=False)
    terms = models.TextField(_("terms"), max_length=6000)
    terms_version = models.PositiveIntegerField(_("version of the terms"), default=1, editable=False)
    released = models.BooleanField(_("public"), default=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["closes_at", "pk"]
        verbose_name = _("call for submissions")
        verbose_name_plural = _("calls for submissions")
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at__gt=F("opens_at")), name="call_closes_after_it_opens",
                violation_error_message=_("It would close before it opens."),
            ),
            models.CheckConstraint(condition=Q(most_photos__range=(1, 6)), name="call_photos_one_to_six"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("jointactions:join", args=[self.pk])

    def is_open(self, now: datetime) -> bool:
        """Whether it takes something in at this instant."""
        begun = self.opens_at is None or self.opens_at <= now
        return self.released and self.action.is_shown and begun and now < self.closes_at

    @property
    def takes_photos(self) -> bool:
        """Whether photos are asked for."""
        return self.accepts != Accepts.TEXT

    @property
    def takes_text(self) -> bool:
        """Whether words are asked for."""
        return self.accepts != Accepts.PHOTO
