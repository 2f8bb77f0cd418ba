"""What a carrier needs to write invoices, and its count of numbers."""

from dataclasses import fields
from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.money.kinds import Issuer
from deele.office.models import Carrier

TAX_EXEMPT = "Umsatzsteuerfrei nach § 4 Nr. 22 Buchst. a UStG."


class Step(NamedTuple):
    """One reminder: how many days to wait for it, and what it costs."""

    days: int
    fee_cents: int


def days_field(label: object, default: int) -> models.PositiveSmallIntegerField:
    """A number of days a person may set."""
    limits = [MinValueValidator(1), MaxValueValidator(365)]
    return models.PositiveSmallIntegerField(label, default=default, validators=limits)  # type: ignore[arg-type]


class Billing(BaseModel):
    """Bank, tax and reminders of one carrier."""

    carrier = models.OneToOneField(Carrier, models.PROTECT, related_name="billing", verbose_name=_("carrier"))
    account_holder = models.CharField(_("account holder"), max_length=70, help_text=_("As the bank knows it."))
    iban = models.CharField(_("IBAN"), max_length=34)
    bic = models.CharField(_("BIC"), max_length=11, blank=True)
    bank = models.CharField(_("bank"), max_length=100, blank=True)
    tax_number = models.CharField(_("tax number"), max_length=30, blank=True)
    vat_id = models.CharField(_("VAT ID"), max_length=20, blank=True)
    tax_text = models.CharField(
        _("sentence about VAT"),
        max_length=200,
        default=TAX_EXEMPT,
        help_text=_("Why no VAT is charged; it stands on every document."),
    )
    prefix = models.CharField(
        _("letters before the number"),
        max_length=10,
        default="RE",
        unique=True,
        help_text=_("Capital letters and digits. With RE the numbers are RE-2026-0001, RE-2026-0002 and so on."),
    )
    days_to_pay = days_field(_("days to pay"), 14)
    contact_name = models.CharField(_("who answers questions"), max_length=100, blank=True)
    contact_email = models.EmailField(_("e-mail for questions"))
    contact_phone = models.CharField(_("telephone for questions"), max_length=40, blank=True)
    step1_days = days_field(_("days until the friendly reminder"), 10)
    step1_cents = models.PositiveIntegerField(_("fee of the friendly reminder"), default=0)
    step2_days = days_field(_("days from there to the second reminder"), 14)
    step2_cents = models.PositiveIntegerField(_("fee of the second reminder"), default=0)
    step3_days = days_field(_("days from there to the last reminder"), 14)
    step3_cents = models.PositiveIntegerField(_("fee of the last reminder"), default=0)
    reminds_alone = models.BooleanField(
        _("send reminders without asking"),
        default=False,
        help_text=_("Otherwise they are proposed at the desk and somebody releases them."),
    )

    class Meta:
        ordering = ["carrier__name", "pk"]
        verbose_name = _("billing data")
        verbose_name_plural = _("billing data")

    def __str__(self) -> str:
        return str(self.carrier)

    def get_absolute_url(self) -> str:
        """Where it is changed."""
        return reverse("money:billing", args=[self.carrier_id])

    def issuer(self) -> Issuer:
        """What of it stands on papers, with name and address of the carrier, as they are now."""
        of, same = self.carrier, fields(Issuer)
        own = {field.name: getattr(self, field.name) for field in same if hasattr(self, field.name)}
        return Issuer(**own, name=of.name, address=of.address, funder_block=of.funder_block)

    @property
    def steps(self) -> tuple[Step, Step, Step]:
        """The three reminders."""
        return (
            Step(self.step1_days, self.step1_cents),
            Step(self.step2_days, self.step2_cents),
            Step(self.step3_days, self.step3_cents),
        )


class Sequence(BaseModel):
    """How far a carrier has counted in a year. Its row is the lock under which a number is taken."""

    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="+", verbose_name=_("carrier"))
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last running number"), default=0)

    class Meta:
        ordering = ["carrier", "year"]
        verbose_name = _("count of numbers")
        verbose_name_plural = _("counts of numbers")
        constraints = [models.UniqueConstraint(fields=["carrier", "year"], name="sequence_once_a_year")]

    def __str__(self) -> str:
        return f"{self.carrier} {self.year}: {self.last}"
