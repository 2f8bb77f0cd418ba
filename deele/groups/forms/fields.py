"""Fields the forms of groups use."""

from typing import Any

from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _


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


def said(**more: Any) -> forms.CharField:
    """A few words to somebody."""
    given = {"label": _("A few words"), "required": False, "max_length": 300, "widget": area(2), **more}
    return forms.CharField(**given)
