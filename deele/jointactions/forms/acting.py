"""Writing an action: what a member proposes, what the office writes, how it is evaluated."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.accounts.models import User
from deele.alliance.models import Membership
from deele.core.seals import SealedForm
from deele.core.versions import VersionedForm
from deele.directory.enums import TargetGroup
from deele.jointactions.enums import Goal, State
from deele.jointactions.models import ActionPartner, JointAction
from deele.office.enums import Theme
from deele.places.fields import PlaceField

TOLD = ("title", "aim", "text", "goals", "themes", "target_groups", "place", "begins", "ends")


def day_input() -> forms.DateInput:
    """A day, by the browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def area(rows: int = 6) -> forms.Textarea:
    """Room for words."""
    return forms.Textarea(attrs={"rows": rows})


def many(label: Any, choices: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Several to tick."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


class Sorted(forms.Form):
    """What an action is sorted by."""

    goals = many(_("Goals of the alliance"), Goal.choices)
    themes = many(_("Themes"), Theme.choices)
    target_groups = many(_("For whom"), TargetGroup.choices)
    place = PlaceField(label=_("Place or region"), help_text=_("Empty, where it is everywhere."))


class ProposeForm(SealedForm, Sorted):
    """A member proposes an action."""

    title = forms.CharField(label=_("Title"), max_length=160, min_length=5)
    aim = forms.CharField(label=_("Aim in one sentence"), max_length=300)
    text = forms.CharField(label=_("What shall happen?"), max_length=8000, required=False, widget=area())
    begins = forms.DateField(label=_("Begins on"), required=False, widget=day_input())
    ends = forms.DateField(label=_("Ends on"), required=False, widget=day_input())
    field_order = ["title", "aim", "text", "place", "begins", "ends", "goals", "themes", "target_groups"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("begins") and cleaned.get("ends") and cleaned["ends"] < cleaned["begins"]:
            self.add_error("ends", _("The end lies before the beginning."))
        return cleaned

    def told(self) -> dict[str, Any]:
        """Fields of JointAction the valid form says."""
        return {name: self.cleaned_data[name] for name in TOLD}


class ActionForm(VersionedForm):
    """What the office writes."""

    goals = many(_("Goals of the alliance"), Goal.choices)
    themes = many(_("Themes"), Theme.choices)
    target_groups = many(_("For whom"), TargetGroup.choices)
    place = PlaceField(label=_("Place or region"), help_text=_("Empty, where it is everywhere."))

    class Meta:
        model = JointAction
        fields = [
            "title", "aim", "text", "place", "begins", "begins_precision", "ends", "ends_precision", "goals", "themes",
            "target_groups", "lead", "lead_name", "caretaker", "source", "source_url", "as_of", "as_of_precision",
        ]  # fmt: skip
        widgets = {"text": area(8), "begins": day_input(), "ends": day_input(), "as_of": day_input()}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lead: Any = self.fields["lead"]
        lead.queryset = Membership.objects.public()
        lead.empty_label = _("no member")
        caretaker: Any = self.fields["caretaker"]
        caretaker.queryset = User.objects.filter(is_active=True).order_by("name")
        caretaker.empty_label = _("nobody yet")
        self.fields["lead_name"].help_text = _("Only where it is no member.")

    def part(self, *names: str) -> list[Any]:
        """The bound fields of a part of the form."""
        return [self[name] for name in names]

    @property
    def what(self) -> list[Any]:
        """What it is."""
        return self.part("title", "aim", "text")

    @property
    def when_where(self) -> list[Any]:
        """When and where."""
        return self.part("place", "begins", "begins_precision", "ends", "ends_precision")

    @property
    def sorting(self) -> list[Any]:
        """What it is sorted by."""
        return self.part("goals", "themes", "target_groups")

    @property
    def who(self) -> list[Any]:
        """Who leads it, who looks after it."""
        return self.part("lead", "lead_name", "caretaker")

    @property
    def origin(self) -> list[Any]:
        """Where the facts come from."""
        return self.part("source", "source_url", "as_of", "as_of_precision")


class EvaluationForm(VersionedForm):
    """Fixed questions, so that actions can be compared."""

    class Meta:
        model = JointAction
        fields = ["worked", "failed", "again", "advice"]
        widgets = {"worked": area(5), "failed": area(5), "advice": area(4), "again": forms.RadioSelect}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        again: Any = self.fields["again"]
        again.choices = [choice for choice in again.choices if choice[0]]


class MoveForm(forms.Form):
    """One move of an action."""

    to = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    reason = forms.CharField(max_length=300, required=False)


class TakePartForm(forms.ModelForm):
    """What a member brings."""

    class Meta:
        model = ActionPartner
        fields = ["kind", "contribution"]
