"""What devices and forms at the entrance send."""

import json
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from deele.core.amounts import euros
from deele.events.kinds import Contact, Person
from deele.events.models import Event
from deele.events.rules.taps import Tap

MOST_TAPS = 2000
MARK = r"^[a-z0-9]{6,12}-\d{13}-[a-z0-9]{2,8}$"


class TapForm(forms.Form):
    """One tap of a batch, as a device names it."""

    person = forms.IntegerField(min_value=1)
    day = forms.IntegerField(min_value=1)
    present = forms.BooleanField(required=False)
    at = forms.IntegerField(min_value=1, max_value=32_503_680_000_000)  # milliseconds, before the year 3000
    mark = forms.RegexField(regex=MARK, max_length=40)

    def tap(self) -> Tap:
        """The tap, after validation."""
        data = self.cleaned_data
        return Tap(data["person"], data["day"], data["present"], instant(data["at"]), data["mark"])


def instant(milliseconds: int) -> datetime:
    """A time of a device's clock."""
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)


class BatchForm(forms.Form):
    """What a device sends when the network is back: `sent` by its own clock, and its taps."""

    sent = forms.IntegerField(min_value=1, max_value=32_503_680_000_000)
    day = forms.IntegerField(min_value=1)
    taps = forms.JSONField(required=False)

    def clean_taps(self) -> list[Tap]:
        """Taps that are whole; what is none was never made by our page."""
        rows = self.cleaned_data["taps"] or []
        if not isinstance(rows, list) or len(rows) > MOST_TAPS:
            raise forms.ValidationError(_("These are no taps."))
        read = [TapForm(row) for row in rows if isinstance(row, dict)]
        return [form.tap() for form in read if form.is_valid()]

    @classmethod
    def of(cls, body: bytes) -> "BatchForm":
        """Read the body of a request; one that is no JSON gives a form with errors."""
        try:
            data: Any = json.loads(body)
        except ValueError:
            data = {}
        data = data if isinstance(data, dict) else {}
        return cls({**data, "taps": json.dumps(data.get("taps") or [])})


class WalkInForm(forms.Form):
    """Somebody who comes without having registered. `once` names the form, so that it counts once."""

    name = forms.CharField(label=_("Name"), max_length=160)
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    email = forms.EmailField(
        label=_("E-mail address"), required=False, help_text=_("For the certificate and for papers afterwards.")
    )
    once = forms.RegexField(regex=r"^[A-Za-z0-9]{20}$", widget=forms.HiddenInput)

    def __init__(self, *args: Any, event: Event, **options: Any) -> None:
        super().__init__(*args, initial={"once": get_random_string(20)}, **options)
        if prices := list(event.prices.all()):
            choices = [(price.pk, f"{price.title}, {euros(price.amount_cents)}") for price in prices]
            self.fields["price"] = forms.TypedChoiceField(label=_("Price class"), choices=choices, coerce=int)

    def contact(self) -> Contact:
        """Who registers."""
        data = self.cleaned_data
        return Contact(name=data["name"], email=data["email"], organisation=data["organisation"])

    def person(self) -> Person:
        """Who comes."""
        return Person(name=self.cleaned_data["name"], price_pk=self.cleaned_data.get("price"))
