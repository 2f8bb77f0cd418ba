"""Fields the forms of sessions use."""

from typing import Any

from django import forms
from django.utils.crypto import get_random_string

from deele.groups.models import Seat, WorkingGroup


def new_token() -> str:
    """A name for one form on one screen; a second click is known by it."""
    return get_random_string(20)


def token_field() -> forms.CharField:
    """The name of the form."""
    return forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40, required=False)


def day_input() -> forms.DateInput:
    """A day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def time_input() -> forms.TimeInput:
    """An hour."""
    return forms.TimeInput(attrs={"type": "time", "class": "input--short"}, format="%H:%M")


def lines(rows: int = 3) -> forms.Textarea:
    """A few lines of text."""
    return forms.Textarea(attrs={"rows": rows})


class SeatField(forms.ModelChoiceField):
    """Somebody of the group."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and member."""
        return f"{obj.delegate.name} ({obj.delegate.membership.name})"


def seats(group: WorkingGroup, kept: int | None = None) -> Any:
    """Who can be chosen: the people of today, and who is chosen already."""
    today = Seat.objects.filter(group=group, until=None)
    if kept:
        today |= Seat.objects.filter(pk=kept)
    return today.select_related("delegate__membership").order_by("delegate__name", "pk")
