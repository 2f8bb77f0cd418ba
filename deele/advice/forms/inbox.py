"""The forms on the page of an enquiry, and who answers what."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from deele.advice.enums import Duration, EnquiryState, Kind, NoAdvice, Result, Topic
from deele.advice.forms.contacts import new_token
from deele.advice.models import Absence, Enquiry, Responsibility, TextBlock
from deele.advice.queries import cases, contacts
from deele.core.versions import VersionedForm
from deele.office import queries as office
from deele.places.fields import PlaceField


def people() -> Any:
    """Who may answer: everybody who advises."""
    return get_user_model().objects.filter(grants__role__in=cases.ADVISING, is_active=True).distinct().order_by("email")


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, or none."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class Versioned(forms.Form):
    """A form that says which version of the enquiry it speaks of."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, enquiry: Enquiry, **options: Any) -> None:
        super().__init__(*args, **options)
        self.enquiry = enquiry
        self.initial.setdefault("version", enquiry.version)

    def renew(self) -> None:
        """Carry the version of the row as it is now, so that sending again is a decision."""
        self.data = self.data.copy()
        self.data["version"] = str(Enquiry.objects.get(pk=self.enquiry.pk).version)

    def claimed(self) -> Enquiry:
        """The enquiry as the reader saw it, so that a change by somebody else is noticed."""
        self.enquiry.version = self.cleaned_data["version"]
        return self.enquiry


class AssignForm(Versioned):
    """Who answers, who stands in, in which area of work."""

    adviser = forms.ModelChoiceField(label=_("Who answers"), queryset=None, required=False, empty_label=_("nobody yet"))
    deputy = forms.ModelChoiceField(label=_("Deputy"), queryset=None, required=False, empty_label=_("nobody"))
    area = forms.ModelChoiceField(label=_("Area of work"), queryset=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("adviser", "deputy"):
            field: Any = self.fields[name]
            field.queryset = people()
            self.initial.setdefault(name, getattr(self.enquiry, f"{name}_id"))
        area: Any = self.fields["area"]
        area.queryset = office.areas()
        self.initial.setdefault("area", self.enquiry.area_id)


class StateForm(Versioned):
    """The next state, when to look again, why it is no advice."""

    to = forms.ChoiceField(label=_("State"), choices=[])
    look_again_on = day(_("Look at it again on"), required=False)
    no_advice = forms.ChoiceField(
        label=_("Why is it no advice?"), choices=[("", "–"), *NoAdvice.choices], required=False
    )

    passed_to = forms.CharField(label=_("Passed on to which office?"), max_length=200, required=False)
    agreed = forms.BooleanField(label=_("The person who asked agreed to that"), required=False)

    def __init__(self, *args: Any, moves: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        to: Any = self.fields["to"]
        to.choices = [(key, EnquiryState(key).label) for key in moves]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("to") == EnquiryState.NO_ADVICE and not cleaned.get("no_advice"):
            self.add_error("no_advice", _("Please say why, so that we can count it rightly."))
        if cleaned.get("to") == EnquiryState.PASSED_ON and not (cleaned.get("passed_to") and cleaned.get("agreed")):
            words = _("Please write to whom, and ask the person first: without their consent nothing is passed on.")
            self.add_error("passed_to", words)
        return cleaned


class AnswerForm(Versioned):
    """The answer. What is ticked is put below the text, with its address."""

    text = forms.CharField(
        label=_("Answer"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 12, "data-hints": ""})
    )
    kit = forms.MultipleChoiceField(
        label=_("Put below the answer"), required=False, widget=forms.CheckboxSelectMultiple
    )
    had_nothing = forms.BooleanField(label=_("I had nothing to hand out on this"), required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial=new_token)

    def __init__(self, *args: Any, kit: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["kit"]
        field.choices = kit
        if not kit:
            del self.fields["kit"]

    def put_in(self, texts: list[str]) -> None:
        """Show the form again with these blocks below what was typed; nothing is judged yet."""
        data: Any = self.data
        typed = data.get("text", "").rstrip()
        chosen = data.getlist("kit") if hasattr(data, "getlist") else []
        self.initial |= {
            "text": "\n\n".join(filter(None, [typed, *texts])), "kit": chosen, "token": data.get("token", ""),
            "version": data.get("version", ""), "had_nothing": "had_nothing" in data,
        }  # fmt: skip
        self.is_bound, self.data = False, {}


class CountForm(Versioned):
    """What the enquiry counts as."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, initial=Kind.FIRST)
    duration = forms.ChoiceField(label=_("How long"), choices=Duration.choices, initial=Duration.MEDIUM)
    results = forms.MultipleChoiceField(
        label=_("Results"), choices=Result.choices, widget=forms.CheckboxSelectMultiple, required=False
    )


class ResponsibilityForm(VersionedForm):
    """Who answers what, where."""

    place = PlaceField(label=_("District or region"), required=False, help_text=_("Empty for everywhere."))

    class Meta:
        model = Responsibility
        fields = ["topic", "place", "area", "adviser", "deputy"]

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        topic: Any = self.fields["topic"]
        topic.choices = [("", _("every topic")), *Topic.choices]
        for name, rows in (("area", contacts.areas(user)), ("adviser", people()), ("deputy", people())):
            field: Any = self.fields[name]
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        same = Responsibility.objects.filter(topic=cleaned.get("topic", ""), place=cleaned.get("place"))
        if "place" in cleaned and same.exclude(pk=self.instance.pk).exists():
            self.add_error("topic", _("There is a rule for this topic and place already. Please change that one."))
        return cleaned


class AbsenceForm(forms.ModelForm):
    """When I am away."""

    since = day(_("From"))
    until = day(_("Until"))

    class Meta:
        model = Absence
        fields = ["since", "until"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if isinstance(since, date) and isinstance(until, date) and until < since:
            self.add_error("until", _("The last day lies before the first. Please check both."))
        return cleaned


class BlockForm(VersionedForm):
    """A text block."""

    class Meta:
        model = TextBlock
        fields = ["title", "area", "text"]

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        area: Any = self.fields["area"]
        area.queryset = contacts.areas(user)
        if not self.instance.pk:
            self.initial["area"] = contacts.usual_area(user)
