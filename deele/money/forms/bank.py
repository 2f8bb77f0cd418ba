"""Sending a bank statement in, and booking one of its lines."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from deele.money.enums import Kind
from deele.money.forms.fields import MoneyField
from deele.money.models import BankLine, Invoice
from deele.office.models import Carrier


class StatementForm(forms.Form):
    """The file, and whose account it is of where there are several carriers."""

    carrier = forms.ModelChoiceField(Carrier.objects.none(), label=_("Carrier"), empty_label=None)
    file = forms.FileField(
        label=_("Bank statement"),
        help_text=_("As your bank exports it. Only money that came in is kept, and what goes out naming an invoice."),
    )
    max_size = "20 MB"

    def __init__(self, *args: Any, carriers: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["carrier"].queryset = carriers  # type: ignore[attr-defined]
        if carriers.count() == 1:
            self.fields["carrier"].widget = forms.HiddenInput()
            self.fields["carrier"].initial = carriers.first()


class LineForm(forms.Form):
    """On which invoice a line is booked, and how much of it."""

    number = forms.CharField(label=_("Number of the invoice"), max_length=40)
    amount_cents = MoneyField(
        label=_("Amount in euros"), help_text=_("Less than the line splits it; the rest stays open.")
    )

    def __init__(self, *args: Any, line: BankLine, **options: Any) -> None:
        super().__init__(*args, **options)
        self.line = line

    def clean_number(self) -> Invoice:
        """An invoice of the same carrier."""
        text = self.cleaned_data["number"].strip()
        rows = Invoice.objects.filter(carrier=self.line.carrier_id, kind=Kind.INVOICE)
        found = rows.filter(number__iexact=text).first()
        if found is None:
            raise ValidationError(_("There is no invoice with this number. Please compare it."), code="unknown")
        return found
