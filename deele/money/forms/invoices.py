"""Forms beside an invoice: a payment, a refund, a reason, an address, a period."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from deele.money.enums import Way
from deele.money.forms.fields import MoneyField


def token() -> str:
    """A name for one form shown once, so that a double click books once."""
    return get_random_string(24)


class DayInput(forms.DateInput):
    """A calendar where the browser has one."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PaymentForm(forms.Form):
    """What came in or went back."""

    amount_cents = MoneyField(label=_("Amount in euros"))
    booked_on = forms.DateField(label=_("Day"), widget=DayInput, initial=timezone.localdate)
    way = forms.ChoiceField(label=_("Way"), choices=Way.choices)
    note = forms.CharField(label=_("Remark"), max_length=200, required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial=token, max_length=60)


class ReasonForm(forms.Form):
    """Why something is cancelled or waived."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class SendForm(forms.Form):
    """Where the document goes once more."""

    email = forms.EmailField(label=_("E-mail address"))


class BooksForm(forms.Form):
    """The period of the list for the books."""

    since = forms.DateField(label=_("From"), widget=DayInput)
    until = forms.DateField(label=_("Until"), widget=DayInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("The period ends before it begins. Please exchange the two days."))
        return cleaned


def this_year() -> dict[str, date]:
    """The running year up to today."""
    today = timezone.localdate()
    return {"since": today.replace(month=1, day=1), "until": today}
