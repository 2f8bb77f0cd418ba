"""Statements of a bank as they were read in: only what may concern an invoice."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.money import rules
from deele.money.enums import LineState
from deele.office.models import Carrier


class BankFile(BaseModel):
    """One file that was read in. The file itself is not kept."""

    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="bank_files", verbose_name=_("carrier"))
    name = models.CharField(_("name of the file"), max_length=200)
    form = models.CharField(_("form"), max_length=20)
    digest = models.CharField(_("fingerprint"), max_length=64)
    taken = models.PositiveIntegerField(_("lines taken"), default=0)
    known = models.PositiveIntegerField(_("lines known before"), default=0)
    left_out = models.PositiveIntegerField(_("lines left out"), default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("bank statement")
        verbose_name_plural = _("bank statements")
        constraints = [models.UniqueConstraint(fields=["carrier", "digest"], name="bank_file_once")]

    def __str__(self) -> str:
        return self.name


class BankLine(BaseModel):
    """Money that came in (or went out naming an invoice), waiting to be booked.

    `fingerprint` is a keyed hash, so that a line is known again after its texts were emptied.
    """

    file = models.ForeignKey(BankFile, models.PROTECT, related_name="lines", verbose_name=_("bank statement"))
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="+", verbose_name=_("carrier"))
    booked_on = models.DateField(_("booked on"))
    amount_cents = models.BigIntegerField(_("amount"))
    purpose = models.TextField(_("purpose"), blank=True)
    counterpart = models.CharField(_("from or to"), max_length=200, blank=True)
    counterpart_iban = models.CharField(_("IBAN of the other side"), max_length=34, blank=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=64, unique=True)
    state = models.CharField(_("state"), max_length=20, choices=LineState.choices, default=LineState.OPEN)
    kept_until = models.DateField(_("kept until"))

    class Meta:
        ordering = ["-booked_on", "-pk"]
        verbose_name = _("bank line")
        verbose_name_plural = _("bank lines")
        indexes = [models.Index(fields=["carrier", "state"])]

    def __str__(self) -> str:
        return f"{date_format(self.booked_on, 'SHORT_DATE_FORMAT')}, {rules.euros(self.amount_cents)}"

    def get_absolute_url(self) -> str:
        """Its page at the desk."""
        return reverse("money:bank-line", args=[self.pk])
