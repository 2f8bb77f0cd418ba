"""Applications for money at the desk."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums.money import ToldBy
from deele.accompaniment.forms.money import TokenForm, day_input, euros, new_token
from deele.accompaniment.models import Application, FundsCall, SuccessGoal
from deele.accompaniment.rules import applications as rules
from deele.core.versions import VersionedForm
from deele.funding.models import ProgrammeVersion, Round

DAYS = (
    "talk_on", "advised_on", "sketch_on", "filed_on", "interim_due_on", "interim_done_on", "final_due_on",
    "final_done_on",
)  # fmt: skip


def not_ahead(day: Any) -> Any:
    """A day that has come. Raises ValidationError."""
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("This day is still to come."), code="future")
    return day


class BeginForm(forms.Form):
    """Which programme an application is for."""

    token = forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40, required=False)
    programme_version = forms.ModelChoiceField(label=_("Version of a programme"), queryset=None)
    round = forms.ModelChoiceField(label=_("Round"), queryset=None, required=False, empty_label=_("not known yet"))
    begun_on = forms.DateField(label=_("Begun on"), widget=day_input(), initial=timezone.localdate)
    told_by = forms.ChoiceField(label=_("Whose statement it is"), choices=ToldBy.choices)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        versions: Any = self.fields["programme_version"]
        versions.queryset = ProgrammeVersion.objects.select_related("programme").order_by("programme__name", "-number")
        versions.empty_label = _("please choose")
        rounds: Any = self.fields["round"]
        rounds.queryset = Round.objects.select_related("programme_version__programme").order_by("-deadline", "-pk")

    def clean_begun_on(self) -> Any:
        return not_ahead(self.cleaned_data["begun_on"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        version, found = cleaned.get("programme_version"), cleaned.get("round")
        if version and found and found.programme_version_id != version.pk:
            self.add_error("round", _("This round belongs to another version. Please choose one of this version."))
        return cleaned


class FactsForm(VersionedForm):
    """What is known of an application beside its steps."""

    asked_cents = euros(_("Sum asked for (euros)"), required=False)
    granted_cents = euros(_("Sum granted (euros)"), required=False)

    class Meta:
        model = Application
        fields = [*DAYS[:4], "asked_cents", "granted_cents", "conditions", *DAYS[4:]]
        widgets = {**{name: day_input() for name in DAYS}, "conditions": forms.Textarea(attrs={"rows": 3})}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("granted_cents") is None and self.instance.state in rules.LIVE_MONEY:
            self.add_error("granted_cents", _("The application is granted, so the sum must stay."))
        sketch, filed = cleaned.get("sketch_on"), cleaned.get("filed_on")
        if sketch and filed and filed < sketch:
            self.add_error("filed_on", _("The application would come before its sketch. Please check both."))
        return cleaned


class MoveForm(forms.Form):
    """The next step, as we were told."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    to = forms.ChoiceField(label=_("It stands now at"))
    on = forms.DateField(label=_("Since"), widget=day_input(), initial=timezone.localdate)
    told_by = forms.ChoiceField(label=_("Whose statement it is"), choices=ToldBy.choices)
    granted_cents = euros(_("Sum granted (euros)"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("Needed when it was refused, withdrawn, revoked."),
    )

    def __init__(self, *args: Any, application: Application, **options: Any) -> None:
        super().__init__(*args, **options)
        following = rules.following(application.state)
        to: Any = self.fields["to"]
        to.choices = [(state.value, state.label) for state in following]
        self.initial.setdefault("version", application.version)
        self.initial.setdefault("told_by", application.told_by)
        if not rules.NEEDS_SUM & set(following):
            del self.fields["granted_cents"]
        if not rules.NEEDS_REASON & set(following):
            del self.fields["reason"]

    def clean_on(self) -> Any:
        return not_ahead(self.cleaned_data["on"])


class TakeBackForm(forms.Form):
    """The last step was a mistake."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=_("What was wrong?"), max_length=300)
    prefix = "back"  # the form of the next step stands on the same page

    def __init__(self, *args: Any, application: Application, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("version", application.version)


class CallForm(TokenForm):
    """Money called for."""

    cents = euros(_("Amount (euros)"))

    class Meta:
        model = FundsCall
        fields = ["called_on", "cents", "paid_on"]
        widgets = {"called_on": day_input(), "paid_on": day_input()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        called, paid = cleaned.get("called_on"), cleaned.get("paid_on")
        if called and paid and paid < called:
            self.add_error("paid_on", _("It would be paid before it was called for. Please check both."))
        return cleaned


class GoalForm(TokenForm):
    """A success parameter."""

    class Meta:
        model = SuccessGoal
        fields = ["title", "target", "actual"]
