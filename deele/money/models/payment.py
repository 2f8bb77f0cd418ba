"""Money that came in or went back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.money import rules
from deele.money.enums import Way
from deele.money.models.bank import BankLine
from deele.money.models.invoice import Invoice


class Payment(BaseModel):
    """A booking on an invoice; negative for money given back and for a booking taken back. Never changed."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="payments", verbose_name=_("invoice"))
    amount_cents = models.BigIntegerField(_("amount"))
    booked_on = models.DateField(_("booked on"))
    way = models.CharField(_("way"), max_length=10, choices=Way.choices, default=Way.BANK)
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    bank_line = models.ForeignKey(
        BankLine, models.PROTECT, null=True, blank=True, related_name="payments", verbose_name=_("bank line")
    )
    takes_back = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="taken_back_by", verbose_name=_("takes back")
    )
    token = models.CharField(_("name of the form"), max_length=60, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["booked_on", "pk"]
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        constraints = [models.CheckConstraint(condition=~Q(amount_cents=0), name="payment_is_not_nothing")]

    def __str__(self) -> str:
        return f"{self.invoice}: {rules.euros(self.amount_cents)}"
