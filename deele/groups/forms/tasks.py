"""Forms of a task."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.groups.enums.sessions import TaskState
from deele.groups.forms.session_fields import SeatField, seats
from deele.groups.models import WorkingGroup

ENDS = (TaskState.DONE, TaskState.DROPPED)


class CloseForm(forms.Form):
    """What became of it."""

    state = forms.ChoiceField(
        label=_("What became of it?"), choices=[(one.value, one.label) for one in ENDS], initial=TaskState.DONE,
        widget=forms.RadioSelect,
    )  # fmt: skip
    word = forms.CharField(label=_("In a word"), max_length=300, help_text=_("The group reads it in the next session."))

    def clean_word(self) -> str:
        return one_line(self.cleaned_data["word"])


class HandOnForm(forms.Form):
    """Who does it from now on."""

    to = SeatField(label=_("Who does it from now on?"), queryset=None)

    def __init__(self, *args: Any, group: WorkingGroup, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["to"]
        field.queryset = seats(group)
