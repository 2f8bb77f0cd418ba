"""Members of carriers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.events.models import CarrierMember
from deele.office.models import Carrier


def carriers_of(user: Any) -> Any:
    """The carriers whose registrations this person looks after."""
    areas = access.areas_of(user, Permission.REGISTRATION_WORK)
    return Carrier.objects.all() if areas is None else Carrier.objects.filter(areas__in=areas).distinct()


class MemberForm(forms.ModelForm):
    """One member."""

    class Meta:
        model = CarrierMember
        fields = ["carrier", "name", "email", "number", "valid_until"]
        widgets = {"valid_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, user: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["carrier"].queryset = carriers_of(user)  # type: ignore[attr-defined]


class ListForm(forms.Form):
    """A list of members as a file; `rows` carries what was read on to the second step, sealed by the house."""

    carrier = forms.ModelChoiceField(label=_("carrier"), queryset=Carrier.objects.none())
    file = forms.FileField(
        label=_("List of members (CSV or XLSX)"),
        required=False,
        help_text=_("Columns: Name, E-Mail, Mitgliedsnummer, gültig bis. Nothing is written before you have seen it."),
    )
    rows = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, user: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["carrier"].queryset = carriers_of(user)  # type: ignore[attr-defined]
