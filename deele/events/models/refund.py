"""Where money goes back to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.events.models.registration import Registration


class RefundAccount(BaseModel):
    """The account somebody named to get money back. Goes as soon as the money has gone."""

    registration = models.OneToOneField(
        Registration, models.CASCADE, related_name="refund_account", verbose_name=_("registration")
    )
    holder = models.CharField(_("account holder"), max_length=70)
    iban = models.CharField(_("IBAN"), max_length=34)

    class Meta:
        verbose_name = _("account for a refund")
        verbose_name_plural = _("accounts for refunds")

    def __str__(self) -> str:
        return str(self.registration)  # never the number: the log quotes it
