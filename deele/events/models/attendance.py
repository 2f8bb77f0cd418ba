"""On the day and after: who was there, what is certified, what people said."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.events.models.event import Day, Event
from deele.events.models.registration import Participant


class Attendance(models.Model):
    """Somebody was there on a day, or was not. `mark` names the tap on the device, so that a tap counts once."""

    participant = models.ForeignKey(
        Participant, models.CASCADE, related_name="attendance", verbose_name=_("participant")
    )
    day = models.ForeignKey(Day, models.CASCADE, related_name="attendance", verbose_name=_("day"))
    present = models.BooleanField(_("was there"))
    at = models.DateTimeField(_("noted on the device at"))
    mark = models.CharField(_("name of the tap"), max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("noted by")
    )

    class Meta:
        ordering = ["day", "participant"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [models.UniqueConstraint(fields=["participant", "day"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.participant_id}, {self.day_id}"


class Certificate(BaseModel):
    """Proof that somebody took part. Holds no name: the name is the participant's, the code is for everybody."""

    participant = models.OneToOneField(
        Participant, models.CASCADE, related_name="certificate", verbose_name=_("participant")
    )
    code = models.CharField(_("code"), max_length=20, unique=True)
    issued_on = models.DateField(_("issued on"))
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1, null=True, blank=True)
    days = models.PositiveSmallIntegerField(_("days attended"), default=1)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("certificate of attendance")
        verbose_name_plural = _("certificates of attendance")

    def __str__(self) -> str:
        return self.code


class Feedback(models.Model):
    """What one person said about an event. Anonymous: no link to who said it, and no time finer than the day."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="feedback", verbose_name=_("event"))
    given_on = models.DateField(_("given on"))
    answers = models.JSONField(_("answers"), default=dict)

    class Meta:
        ordering = ["event", "pk"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")

    def __str__(self) -> str:
        return f"{self.event_id}"
