"""The outbox and whether it is muted."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.mail.enums import State, Urgency


class MailState(BaseModel):
    """The one row that says whether mail leaves the house, and what is wrong with the way out."""

    muted = models.BooleanField(_("muted"), default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    muted_at = models.DateTimeField(_("muted at"), null=True)
    muted_by = models.CharField(_("muted by"), max_length=200, blank=True)
    trouble = models.CharField(_("trouble with the mail server"), max_length=500, blank=True)
    trouble_since = models.DateTimeField(_("trouble since"), null=True)

    class Meta:
        verbose_name = _("state of the outbox")
        verbose_name_plural = _("state of the outbox")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="mail_one_state")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    """Messages by what is to be done with them."""

    def due(self, now: datetime) -> "OutgoingMailQuerySet":
        """May be sent now, urgent ones first; none while the outbox is muted."""
        muted = Exists(MailState.objects.filter(muted=True))
        return self.filter(~muted, state=State.QUEUED, next_at__lte=now).order_by("urgency", "next_at", "pk")

    def lost(self, now: datetime) -> "OutgoingMailQuerySet":
        """Being sent by a worker that never came back."""
        return self.filter(state=State.SENDING, lease_until__lt=now)

    def to_erase(self, before: datetime) -> "OutgoingMailQuerySet":
        """At an end since before that instant, with the body still there."""
        ended = Q(sent_at__lt=before) | Q(sent_at=None, updated_at__lt=before)
        return self.filter(ended, body_erased_at=None, state__in=[State.SENT, State.FAILED, State.CANCELLED])


class OutgoingMail(BaseModel):
    """One message to one address.

    `lease_token` is the fence: only who still holds it may write how the sending ended.
    """

    purpose = models.CharField(_("purpose"), max_length=60)
    key = models.CharField(_("key"), max_length=120, help_text=_("One message per purpose, key and address."))
    to = models.EmailField(_("recipient"))
    subject = models.CharField(_("subject"), max_length=250)
    body = models.TextField(_("text"), blank=True)
    html = models.TextField(_("text as HTML"), blank=True)
    reply_to = models.EmailField(_("answers to"), blank=True)
    headers = models.JSONField(_("further headers"), default=dict, blank=True)
    message_id = models.CharField(_("message ID"), max_length=200)
    about = models.CharField(_("about"), max_length=80, blank=True, help_text="app.model:pk")
    urgency = models.PositiveSmallIntegerField(_("urgency"), choices=Urgency.choices, default=Urgency.NORMAL)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(_("not before"))
    lease_token = models.CharField(_("token of the worker"), max_length=32, blank=True)
    lease_until = models.DateTimeField(_("claimed until"), null=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    last_answer = models.TextField(_("last answer of the mail server"), blank=True)
    body_erased_at = models.DateTimeField(_("text erased at"), null=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        constraints = [models.UniqueConstraint(fields=["purpose", "key", "to"], name="mail_once")]
        indexes = [
            models.Index(fields=["state", "urgency", "next_at"], name="mail_due"),
            models.Index(fields=["state", "-created_at"], name="mail_by_state"),
            models.Index(fields=["-created_at"], name="mail_newest"),
            models.Index(fields=["sent_at"], name="mail_sent"),
            models.Index(fields=["about"], name="mail_about"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("mail:detail", args=[self.pk])

    @property
    def can_be_sent_again(self) -> bool:
        """Only where a person must decide: it failed, or nobody knows."""
        return self.state in (State.FAILED, State.DOUBTFUL) and not self.body_erased_at

    @property
    def can_be_cancelled(self) -> bool:
        """Only before it left."""
        return self.state in (State.QUEUED, State.MUTED)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.to = self.to.strip()
        super().save(*args, **kwargs)


class Attachment(models.Model):
    """A file that goes with a message: an invoice, a date for the calendar. Kept in the row, erased with the text."""

    mail = models.ForeignKey(OutgoingMail, models.CASCADE, related_name="attachments", verbose_name=_("outgoing mail"))
    name = models.CharField(_("file name"), max_length=120)
    media_type = models.CharField(_("media type"), max_length=80)
    content = models.BinaryField(_("content"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("attachment of a mail")
        verbose_name_plural = _("attachments of mails")

    def __str__(self) -> str:
        return self.name
