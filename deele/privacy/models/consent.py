"""Consent: what a person allowed, by which act, and when they took it back (Art. 7 DSGVO)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents by state."""

    def in_force(self) -> "ConsentQuerySet":
        """Given and not withdrawn."""
        return self.filter(withdrawn_at=None)


class Consent(BaseModel):
    """One consent of one address for one purpose. The fingerprint stays as proof when the address is erased."""

    email = models.EmailField(_("e-mail address"), blank=True)
    fingerprint = models.CharField(_("fingerprint of the address"), max_length=64)
    purpose = models.CharField(_("purpose"), max_length=80, help_text=_("E.g. newsletter or directory.contact."))
    text_version = models.CharField(_("version of the text"), max_length=40)
    source = models.CharField(_("how it was given"), max_length=120, help_text=_("The form, the talk, the paper."))
    proof = models.TextField(_("proof"), blank=True, help_text=_("What shows it: the confirmed mail, a file number."))
    given_at = models.DateTimeField(_("given at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at", "-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        indexes = [models.Index(fields=["fingerprint", "purpose"])]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint", "purpose"], condition=Q(withdrawn_at=None), name="consent_once_in_force"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return self.purpose
