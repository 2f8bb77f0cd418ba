"""Writing down a volunteer, and the number of a year."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.events.models import Volunteer
from deele.events.queries import volunteers as queries
from deele.office import queries as office
from deele.places.models import Place


class DistrictsField(forms.ModelMultipleChoiceField):
    """The districts of the state, to tick."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


class VolunteerForm(forms.ModelForm):
    """Who advises where."""

    serves = DistrictsField(queryset=Place.objects.none(), label=_("Districts served"), required=False)

    class Meta:
        model = Volunteer
        fields = ["name", "email", "phone", "area", "home_visits", "trained_on", "active_until", "serves"]
        widgets = {
            "trained_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "active_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        places = [place.pk for place in queries.districts()]
        kept = list(self.instance.serves.values_list("pk", flat=True)) if self.instance.pk else []
        serves: Any = self.fields["serves"]
        serves.queryset = Place.objects.filter(pk__in=[*places, *kept]).order_by("sort_name")
        area: Any = self.fields["area"]
        allowed = access.areas_of(user, Permission.REGISTRATION_WORK)
        area.queryset = office.areas() if allowed is None else office.areas().filter(pk__in=allowed)
        area.required = allowed is not None  # who works in one area writes for it alone


class YearForm(forms.Form):
    """One number."""

    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    consultations = forms.IntegerField(label=_("Number of consultations"), min_value=0, max_value=10_000)


class ReportForm(forms.Form):
    """The number alone, for the volunteer; the year stands in the link."""

    consultations = forms.IntegerField(
        label=_("How many people or households did you advise?"), min_value=0, max_value=10_000
    )
