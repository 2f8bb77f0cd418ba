"""Forms for roles."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.access import rules
from deele.access.enums import ROLES
from deele.office.models import Area


class RoleForm(forms.Form):
    """A role, where, and until when."""

    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    area = forms.ModelChoiceField(
        Area.objects.all(), required=False, label=_("Only in this area of work"), empty_label=_("everywhere")
    )
    ends_on = forms.DateField(
        required=False,
        label=_("Until (last day)"),
        help_text=_("Leave empty for a role without an end."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, giver: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = [None, *Area.objects.values_list("pk", flat=True)]
        keys = {role.key for area in areas for role in rules.roles_to_give(giver, area_id=area)}
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role.key, f"{role.title} – {role.sentence}") for role in ROLES.values() if role.key in keys
        ]

    def clean_ends_on(self) -> date | None:
        day = self.cleaned_data["ends_on"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day has passed. Please choose today or a later day, or leave it empty."))
        return day


class InviteForm(RoleForm):
    """A new colleague."""

    name = forms.CharField(label=_("Name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("A link for choosing a password is sent there."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["name", "email", "role", "area", "ends_on"]
