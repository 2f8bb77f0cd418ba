"""The billing data of a carrier."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from stdnum import bic
from stdnum.exceptions import ValidationError as WrongNumber

from deele.core.versions import VersionedForm
from deele.money.forms.fields import MoneyField
from deele.money.models import Billing, Invoice
from deele.money.rules import texts
from deele.money.rules.numbers import is_prefix

STEPS = ("step1_days", "step1_cents", "step2_days", "step2_cents", "step3_days", "step3_cents", "reminds_alone")
ACCOUNT = ("account_holder", "iban", "bic", "bank")
TAX = ("tax_number", "vat_id", "tax_text")
NUMBERS = ("prefix", "days_to_pay", "contact_name", "contact_email", "contact_phone")


class BillingForm(VersionedForm):
    """Account, tax, numbers, reminders."""

    class Meta:
        model = Billing
        fields = [*ACCOUNT, *TAX, *NUMBERS, *STEPS]
        field_classes = {"step1_cents": MoneyField, "step2_cents": MoneyField, "step3_cents": MoneyField}
        widgets = {"tax_text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["iban"].widget.attrs["autocomplete"] = "off"

    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The fields under their headings."""
        every = (
            (pgettext("bank", "Account"), ACCOUNT),
            (_("Tax"), TAX),
            (_("Number and contact"), NUMBERS),
            (_("Reminders"), STEPS),
        )
        return [(title, [self[name] for name in names]) for title, names in every]

    def clean_iban(self) -> str:
        """Right check digits; kept without blanks."""
        try:
            return texts.iban(self.cleaned_data["iban"])
        except ValueError as error:
            raise ValidationError(texts.wrong_iban(), code="iban") from error

    def clean_bic(self) -> str:
        """Of the right form, where one is given."""
        text = self.cleaned_data["bic"]
        try:
            return str(bic.validate(text)) if text else ""
        except WrongNumber as error:
            raise ValidationError(_("This BIC is not right. It has 8 or 11 signs."), code="bic") from error

    def clean_prefix(self) -> str:
        """Letters no other carrier's documents bear, so that each number exists once."""
        prefix = self.cleaned_data["prefix"].strip().upper()
        if not is_prefix(prefix):
            raise ValidationError(
                _("Please use capital letters and digits only, a letter first, e.g. RE."), code="form"
            )
        others = Invoice.objects.filter(number__startswith=f"{prefix}-").exclude(carrier=self.instance.carrier_id)
        if others.exists():
            raise ValidationError(_("Documents of another carrier begin with these letters already."), code="taken")
        return prefix

    def clean(self) -> dict[str, Any]:
        """A document must bear a tax number or a VAT ID (§ 14 (4) UStG)."""
        cleaned = super().clean()
        if not cleaned.get("tax_number") and not cleaned.get("vat_id"):
            self.add_error("tax_number", _("Every invoice must show a tax number or a VAT ID. Please enter one."))
        return cleaned
