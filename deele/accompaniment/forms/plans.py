"""Writing a plan down, moving it on, handing it over."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.accompaniment import enums
from deele.accompaniment.forms.fields import PartialDateField, area, day_input, ticks, token_field
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import Plan
from deele.accompaniment.models.plans import PHASES, SIDES
from deele.accompaniment.queries import people
from deele.accompaniment.rules import states
from deele.core.versions import VersionedForm
from deele.directory.kinds import catalogue
from deele.places.fields import PlaceField

NO_PLACE = _("Please name the place, at least the district.")
PLEASE = ("", _("please choose"))


def housing_kinds() -> list[tuple[str, Any]]:
    """Kinds of the directory that live through phases."""
    return [(kind.key, kind.label) for kind in catalogue.kinds if kind.phased]


class PlanForm(VersionedForm):
    """All that is known of a plan but where it stands."""

    place = PlaceField(label=_("Place"), required=True, error_messages={"required": NO_PLACE})
    kinds = ticks(_("Kinds of housing"), housing_kinds)
    audiences = ticks(_("For whom"), enums.TargetGroup.choices)
    blocks = ticks(_("Building blocks planned"), [one for one in enums.Block.choices if one[0] != "beratung"])

    what: tuple[str, ...] = ("title", "carrier", "impulse", "place", "aim", "kinds", "legal_form", "dwellings",
                             "people", "audiences", "blocks")  # fmt: skip
    standing: tuple[str, ...] = ("light", "light_reason", "light_note", "follow_up_on", *enums.TRACKS)
    municipality = ("attitude", "attitude_note")
    agreed = ("agreement", "agreed_on", "agreed_until", "paid_by", "limits")
    office = ("area", "adviser", "deputy", "begun_on")

    class Meta:
        model = Plan
        fields = [
            "title", "carrier", "impulse", "place", "aim", "kinds", "legal_form", "dwellings", "people",
            "audiences", "blocks", "attitude", "attitude_note", "agreement", "agreed_on", "agreed_until", "paid_by",
            "limits", "area", "adviser", "deputy", "begun_on", "light", "light_reason", "light_note", "follow_up_on",
            *enums.TRACKS,
        ]  # fmt: skip
        widgets = {
            "aim": area(), "agreement": area(), "limits": area(2), "agreed_on": day_input(),
            "agreed_until": day_input(), "begun_on": day_input(), "follow_up_on": day_input(),
        }  # fmt: skip

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = people.areas(user)
        fields["area"].empty_label = None
        advisers = people.advisers(self.instance.area_id, timezone.localdate())
        for name in ("adviser", "deputy"):
            fields[name].queryset = advisers
            fields[name].empty_label = _("nobody yet")
        for name in ("dwellings", "people"):
            fields[name].help_text = _("A number or a range, such as “20–30” or “ca. 40”.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("light") == enums.Light.RUNNING:
            cleaned["light_reason"] = ""
        elif cleaned.get("light") and not cleaned.get("light_reason"):
            self.add_error("light_reason", _("Please say why: that is what helps, and what is counted."))
        begins, ends = cleaned.get("agreed_on"), cleaned.get("agreed_until")
        if begins and ends and ends < begins:
            self.add_error("agreed_until", _("It would end before it begins. Please check both."))
        if cleaned.get("deputy") and cleaned.get("deputy") == cleaned.get("adviser"):
            self.add_error("deputy", _("This is the adviser. Please choose somebody else, or nobody."))
        return cleaned

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The page in parts, each with its heading."""
        named = ((_("What is planned"), self.what), (_("How it stands"), self.standing),
                 (_("The municipality"), self.municipality), (_("What was agreed"), self.agreed),
                 (_("In the office"), self.office))  # fmt: skip
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in named]


class NewPlanForm(PlanForm):
    """The least a plan begins with; the rest is asked when it is known."""

    phase = forms.ChoiceField(label=_("Which phase is it in?"), choices=PHASES)
    since = PartialDateField(label=_("Since when?"))
    reason = forms.CharField(
        label=_("Reason, if it begins elsewhere than usual"), required=False, max_length=300,
        help_text=_("Usually a plan of people begins with the search or a core group, one of an owner with the search for partners or the planning."),  # noqa: E501
    )  # fmt: skip
    token = token_field()

    class Meta(PlanForm.Meta):
        fields = ["title", "carrier", "impulse", "place", "aim", "kinds", "dwellings", "area", "adviser", "begun_on"]

    what = ("title", "carrier", "impulse", "place", "phase", "since", "reason", "aim", "kinds", "dwellings")
    standing = ()

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, user=user, **options)
        self.fields["adviser"].initial = user.pk
        self.fields["begun_on"].initial = timezone.localdate

    def told(self) -> PhaseTold:
        """The first line of history."""
        given = self.cleaned_data
        return PhaseTold(given["phase"], given["since"], reason=given["reason"])


class PhaseForm(forms.Form):
    """A phase that has begun, or a line that is corrected."""

    phase = forms.ChoiceField(label=_("Phase"), choices=PHASES)
    side = forms.ChoiceField(label=_("Side state"), choices=[("", _("none")), *SIDES], required=False)
    since = PartialDateField(label=_("Since when?"))
    gate_met = forms.TypedChoiceField(
        label=_("Was what ends the phase before reached?"), required=False, empty_value=None,
        choices=[("", _("not said")), ("ja", _("yes")), ("nein", _("no"))], coerce=lambda value: value == "ja",
    )  # fmt: skip
    reason = forms.CharField(label=_("Reason"), required=False, max_length=300, widget=area(2))

    def told(self) -> PhaseTold:
        """The line as the action takes it."""
        given = self.cleaned_data
        return PhaseTold(given["phase"], given["since"], given["side"], given["reason"], given.get("gate_met"))


class CorrectForm(PhaseForm):
    """A line put right; it keeps what was said of the phase before."""

    gate_met = None  # type: ignore[assignment]
    never = forms.BooleanField(label=_("This line never was: take it back"), required=False)
    field_order = ["phase", "side", "since", "never", "reason"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].label = _("Why was it wrong?")


class MoveForm(VersionedForm):
    """The next step of the accompaniment."""

    state = forms.ChoiceField(label=_("Next step"))

    class Meta:
        model = Plan
        fields = ["outcome", "stopped_for", "dwellings_made", "places_made", "lessons", "lessons_released"]
        widgets = {"lessons": area(4)}

    field_order = ["state", *Meta.fields]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        follow = states.following(self.instance.state)
        self.fields["state"].choices = [(one.value, one.label) for one in follow]  # type: ignore[attr-defined]
        for name in ("outcome", "stopped_for"):
            self.fields[name].help_text = _("Only when the accompaniment ends.")

    def ending(self) -> dict[str, Any]:
        """Fields of the plan that come with it."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class HandOverForm(forms.Form):
    """To whom a plan goes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    to: Any = forms.ModelChoiceField(label=_("To whom?"), queryset=None)
    deputy: Any = forms.ModelChoiceField(label=_("Deputy"), queryset=None, required=False, empty_label=_("nobody"))

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["version"], self.initial["deputy"] = plan.version, plan.deputy_id
        advisers = people.advisers(plan.area_id, timezone.localdate())
        fields: dict[str, Any] = self.fields  # type: ignore[assignment]
        fields["to"].queryset = advisers.exclude(pk=plan.adviser_id or 0)
        fields["deputy"].queryset = advisers
