"""Writing down a programme, what it says, its rounds."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core import dates
from deele.core.fields import EurosField
from deele.core.versions import VersionedForm
from deele.funding.enums import Applicant, Purpose, Support
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.places.fields import PlaceField

LARGEST = 1_000_000_000_00  # cents; a whole programme of the state is some millions a year


def day_input() -> forms.DateInput:
    """A day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def ticks(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    """Several of a list."""
    return forms.MultipleChoiceField(label=label, choices=choices.choices, widget=forms.CheckboxSelectMultiple, **more)


def sum_field(label: Any, **more: Any) -> EurosField:
    """A sum, or nothing."""
    return EurosField(label=label, required=False, largest=LARGEST, **more)


def read_day(text: str) -> dates.PartialDate | None:
    """A date as far as it is known. Raises ValidationError."""
    try:
        return dates.parse(text) if text else None
    except dates.BadDate as error:
        raise forms.ValidationError(_("Please write a day, a month or a year, for example “May 2026”.")) from error


class ProgrammeForm(VersionedForm):
    """A programme as such."""

    class Meta:
        model = Programme
        fields = ["name", "summary", "check_days", "internal_note"]
        widgets = {"internal_note": forms.Textarea(attrs={"rows": 2}), "summary": forms.Textarea(attrs={"rows": 2})}


class SourceMixin(forms.ModelForm):
    """Where a fact is from; how far its date is known, the text says."""

    state_of = forms.CharField(
        label=_("As of"), required=False, max_length=40, help_text=_("A day, a month or a year; as the source says.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source_url"].assume_scheme = "https"  # type: ignore[attr-defined]
        self.initial.setdefault("state_of", self.instance.as_of_in_words)

    def clean_state_of(self) -> dates.PartialDate | None:
        return read_day(self.cleaned_data["state_of"])

    def as_of(self) -> dict[str, Any]:
        """The fields of the model."""
        told = self.cleaned_data.get("state_of")
        return {"as_of": told.day, "as_of_precision": told.precision} if told else {"as_of": None}


class VersionForm(SourceMixin, VersionedForm):
    """What a programme says. Changing a term of a version that holds needs `slip`, or a new version."""

    place = PlaceField(label=_("Only in this place"), help_text=_("Empty: everywhere in the area of the office."))
    purposes = ticks(_("To be found under"), Purpose)
    supports = ticks(_("Kind of funding"), Support)
    applicants = ticks(_("Who may apply"), Applicant, required=False)
    excluded = ticks(_("Who can't apply"), Applicant, required=False)
    amount_min = sum_field(_("At least (euros)"))
    amount_max = sum_field(_("At most (euros)"))
    slip = forms.BooleanField(
        label=_("It was our slip: the programme itself did not change"), required=False,
        help_text=_("Only then may shares, amounts and who may apply change in this version."),
    )  # fmt: skip

    what = ("giver", "region", "place", "purpose", "purposes", "supports", "valid_from", "valid_until")
    money = ("quota", "quota_special", "quota_special_for", "amount_min", "amount_max", "amount_note", "term_months",
             "combinable")  # fmt: skip
    who = ("applicants", "excluded")
    path = ("rolling", "focus", "way", "papers", "contact", "website")
    origin = ("source", "source_url", "state_of", "change_note")

    class Meta:
        model = ProgrammeVersion
        fields = [
            "giver", "region", "place", "purpose", "purposes", "supports", "quota", "quota_special",
            "quota_special_for", "amount_min", "amount_max", "amount_note", "term_months", "applicants", "excluded",
            "combinable", "valid_from", "valid_until", "rolling", "focus", "way", "papers", "contact", "website",
            "source", "source_url", "change_note",
        ]  # fmt: skip
        widgets = {
            "valid_from": day_input(), "valid_until": day_input(), "purpose": forms.Textarea(attrs={"rows": 4}),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in ("focus", "way", "papers", "contact")},
        }  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["website"].assume_scheme = "https"  # type: ignore[attr-defined]
        if not self.instance.pk:
            del self.fields["slip"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", _("It would end before it begins. Please check both."))
        least, most = cleaned.get("amount_min"), cleaned.get("amount_max")
        if least is not None and most is not None and least > most:
            self.add_error("amount_min", _("This is more than the most there is. Please check both."))
        if both := set(cleaned.get("applicants") or []) & set(cleaned.get("excluded") or []):
            names = ", ".join(str(Applicant(key).label) for key in Applicant.values if key in both)
            self.add_error("excluded", _("Named twice, as may and as can't: %(who)s.") % {"who": names})
        if cleaned.get("quota_special") is not None and not cleaned.get("quota_special_for"):
            self.add_error("quota_special_for", _("Please say what the special share is for."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """Fields of ProgrammeVersion as the actions take them."""
        found = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**found, **self.as_of()}

    def part(self, names: tuple[str, ...]) -> list[Any]:
        """The fields of one part of the page."""
        return [self[name] for name in names]

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The page in parts, each with its heading."""
        named = ((_("What it is for"), self.what), (_("How much"), self.money), (_("Who"), self.who),
                 (_("How to apply"), self.path), (_("Where we know it from"), self.origin))  # fmt: skip
        return [(title, self.part(names)) for title, names in named]


class RoundForm(SourceMixin, VersionedForm):
    """A round: its deadline, and what came of it."""

    granted_cents = sum_field(_("Sum granted (euros)"))

    class Meta:
        model = Round
        fields = [
            "programme_version", "name", "opens_on", "deadline", "deadline_note", "focus", "applied", "granted",
            "granted_cents", "result_note", "source", "source_url",
        ]  # fmt: skip
        widgets = {
            "opens_on": day_input(), "deadline": day_input(), "focus": forms.Textarea(attrs={"rows": 2}),
        }  # fmt: skip

    def __init__(self, *args: Any, programme: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["programme_version"]
        field.queryset = programme.versions.select_related("programme")
        field.empty_label = None
        field.label_from_instance = lambda version: dates.in_words(version.valid_from)
        field.label = _("Under the version that holds from")
        if self.instance.pk:  # a round keeps the version it began with
            field.disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("deadline")
        if opens and closes and closes < opens:
            self.add_error("deadline", _("It would close before it opens. Please check both."))
        applied, granted = cleaned.get("applied"), cleaned.get("granted")
        if applied is not None and granted is not None and granted > applied:
            self.add_error("granted", _("This is more than applied. Please check both."))
        version = cleaned.get("programme_version")
        if closes and version and ended_before(version, closes):
            self.add_error("deadline", _("The version has ended by then. Please choose the one after it."))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        for name, value in self.as_of().items():
            setattr(self.instance, name, value)
        return super().save(commit)


def ended_before(version: ProgrammeVersion, day: date) -> bool:
    """Whether the version is over on this day."""
    return version.valid_until is not None and version.valid_until < day


def copied(version: ProgrammeVersion | None) -> dict[str, Any]:
    """What a new version begins with: all of the one before, but its days and what changed."""
    if version is None:
        return {}
    left_out = ("valid_from", "valid_until", "change_note")
    found = {name: getattr(version, name) for name in VersionForm.Meta.fields if name not in left_out}
    return {**found, "place": version.place_id, "state_of": version.as_of_in_words}
