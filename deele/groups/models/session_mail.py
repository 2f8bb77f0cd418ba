"""Mails that answered an invitation. The row comes first: a mail that is read twice finds itself here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.groups.enums.sessions import FOR_THE_OFFICE, MailOutcome
from deele.groups.models.agenda import AgendaItem
from deele.groups.models.session import Participation, Session


class SessionMailQuerySet(models.QuerySet["SessionMail"]):
    """Mails to sessions."""

    def waiting(self) -> "SessionMailQuerySet":
        """Those somebody of the office has to look at."""
        return self.filter(outcome__in=FOR_THE_OFFICE, handled_at=None)


class SessionMail(models.Model):
    """A mail as it came (`original`), what was read out of it (`text`), what became of it."""

    mark = models.CharField(_("mark"), max_length=64, unique=True)
    arrived_at = models.DateTimeField(_("arrived at"), db_index=True)
    sender = models.EmailField(_("sender"), blank=True)
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    outcome = models.CharField(_("what became of it"), max_length=12, choices=MailOutcome.choices)
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="mails", verbose_name=_("session")
    )
    participation = models.ForeignKey(
        Participation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mails",
        verbose_name=_("place in a session"),
    )
    item = models.OneToOneField(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="mail", verbose_name=_("item of an agenda")
    )
    text = models.TextField(_("text"), blank=True)
    original = models.TextField(_("whole text"), blank=True)
    handled_at = models.DateTimeField(_("dealt with at"), null=True, blank=True)
    handled_by = models.CharField(_("dealt with by"), max_length=160, blank=True)

    objects = SessionMailQuerySet.as_manager()

    class Meta:
        ordering = ["-arrived_at", "-pk"]
        verbose_name = _("mail to a session")
        verbose_name_plural = _("mails to sessions")
        indexes = [models.Index(fields=["sender", "arrived_at"], name="session_mail_by_sender")]

    def __str__(self) -> str:
        return self.subject or f"{self.arrived_at:%d.%m.%Y %H:%M}"
