"""Decisions at the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.freshness import Method
from deele.directory.enums import LinkKind, State


class MoveForm(forms.Form):
    """One move of an entry."""

    to = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason or question"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The people behind the entry read this."),
    )


class ConfirmForm(forms.Form):
    """A confirmation that came by telephone or on a visit."""

    method = forms.ChoiceField(
        label=_("How do you know?"),
        choices=[(method.value, method.label) for method in (Method.PHONE, Method.VISIT, Method.STAFF)],
    )


class LinkForm(forms.Form):
    """Linking two entries."""

    kind = forms.ChoiceField(label=_("How do they belong together?"), choices=LinkKind.choices)
    other = forms.IntegerField(label=_("Number of the other entry"), min_value=1)
