"""Fields every form of accompaniment uses."""

from datetime import date
from typing import Any

from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from deele.core import dates

NOT_A_DATE = _("Please write a day, a month or a year, for example “May 2026”.")


def new_token() -> str:
    """A name for one form on one screen; a second click is known by it."""
    return get_random_string(20)


def token_field() -> forms.CharField:
    """The name of the form."""
    return forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40, required=False)


def day_input() -> forms.DateInput:
    """A day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def area(rows: int = 3) -> forms.Textarea:
    """A few lines of text."""
    return forms.Textarea(attrs={"rows": rows})


def ticks(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    """Several of a list, or none."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **more
    )


class PartialDateField(forms.CharField):
    """A date as far as it is known: "3.5.2024", "Mai 2024", "2024"; gives a PartialDate, or None."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 40)
        options.setdefault("help_text", _("A day, a month or a year; as far as it is known."))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, date):
            return dates.in_words(value)
        return str(value) if isinstance(value, dates.PartialDate) else value

    def to_python(self, value: Any) -> dates.PartialDate | None:  # type: ignore[override]  # that is the point
        if isinstance(value, dates.PartialDate):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            return dates.parse(text)
        except dates.BadDate as error:
            raise forms.ValidationError(NOT_A_DATE, code="date") from error

    def run_validators(self, value: Any) -> None:
        """The length validators are for text; a date was checked when it was read."""
