"""Marking a passage, and telling what came of a match."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.alliance.actions.marks import Told
from deele.alliance.enums.marks import KIND_CHOICES, KINDS, MatchOutcome
from deele.alliance.models import Mark
from deele.core.text import one_line
from deele.core.versions import VersionedForm
from deele.directory.enums import TargetGroup
from deele.office.enums import Theme
from deele.places.fields import PlaceField
from deele.places.models import Place

PLACES = ("place", "place_2", "place_3")
VALUES = (
    "field", "quote", "kind", "themes", "groups", "everywhere", "availability", "available_from", "available_until",
    "contact_way", "contact", "valid_until",
)  # fmt: skip


def day_input() -> forms.DateInput:
    """A day in the control of the browser."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MarkForm(VersionedForm):
    """What a passage says, for whom, where and when. The words must stand in the text as they are."""

    kind = forms.ChoiceField(label=_("What is it?"))
    themes = forms.MultipleChoiceField(
        label=_("Themes"), choices=Theme.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    groups = forms.MultipleChoiceField(
        label=_("For whom?"), choices=TargetGroup.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    place = PlaceField(label=_("Where? (town, district or region)"))
    place_2 = PlaceField(label=_("And there"))
    place_3 = PlaceField(label=_("And there, too"))

    class Meta:
        model = Mark
        fields = list(VALUES)
        labels = {
            "field": _("In which text"), "quote": _("The words"), "everywhere": _("It holds in the whole state"),
            "valid_until": _("This holds until"),
        }  # fmt: skip
        help_texts = {
            "quote": _("As they stand in the text. You may shorten them or copy others; the text itself stays."),
            "availability": _("For example: Thursdays, twice a year, up to 40 people."),
            "contact": _("For example a name. Only those see it with whom both sides agreed."),
            "valid_until": _("After this day it is no longer shown. Empty: until you take it back."),
        }
        widgets = {
            "quote": forms.Textarea(attrs={"rows": 3}), "contact_way": forms.RadioSelect,
            **{name: day_input() for name in ("available_from", "available_until", "valid_until")},
        }  # fmt: skip

    def __init__(self, *args: Any, side: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        kinds: Any = KINDS[side].choices if side in KINDS else KIND_CHOICES
        self.fields["kind"].choices = [("", _("Please choose")), *kinds]  # type: ignore[attr-defined]
        if self.instance.pk:
            for name, place in zip(PLACES, self.instance.places.all(), strict=False):
                self.initial[name] = place
        self.order_fields(["field", "quote", "kind", "themes", "groups", "everywhere", *PLACES])

    def clean_availability(self) -> str:
        return one_line(self.cleaned_data["availability"])

    def clean_contact(self) -> str:
        return one_line(self.cleaned_data["contact"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        begins, ends = cleaned.get("available_from"), cleaned.get("available_until")
        if begins and ends and ends < begins:
            self.add_error("available_until", _("This is before it begins. Please check both days."))
        return cleaned

    def told(self) -> Told:
        """What the valid form says."""
        given = self.cleaned_data
        named: list[Place] = [given[name] for name in PLACES if given.get(name)]
        return Told({name: given[name] for name in VALUES}, tuple(dict.fromkeys(named)))


class OutcomeForm(forms.Form):
    """What came of a match."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=MatchOutcome.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one. “Nothing” is an answer, too.")},
    )  # fmt: skip
    note = forms.CharField(
        label=_("In a few words"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The office reads it. Please without names."),
    )  # fmt: skip
