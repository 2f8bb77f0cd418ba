"""What the office writes down of a member, and its short deeds."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.enums import State
from deele.alliance.forms.fields import MemberField, text_area, themes_field
from deele.alliance.models import Delegate, Membership
from deele.alliance.queries.umbrellas import above
from deele.core import dates
from deele.core.text import one_line
from deele.core.versions import VersionedForm
from deele.places.fields import PlaceField

FIRST_STATES = (State.ENQUIRY, State.DRAFT, State.MEMBER)


def read_day(text: str) -> dates.PartialDate | None:
    """A date as far as it is known. Raises ValidationError."""
    try:
        return dates.parse(text) if text else None
    except dates.BadDate as error:
        raise forms.ValidationError(_("Please write a day, a month or a year, for example “May 2026”.")) from error


class MembershipForm(VersionedForm):
    """Name, kind, ground, umbrella body, since when, source."""

    place = PlaceField(label=gettext_lazy("Seat or place"), help_text=gettext_lazy("Name or postcode."))
    umbrella = MemberField(
        label=gettext_lazy("Umbrella body"), help_text=gettext_lazy("Name of a member, where it belongs through it.")
    )
    themes = themes_field()
    since_text = forms.CharField(
        label=gettext_lazy("Since"), required=False, max_length=40,
        help_text=gettext_lazy("A day, a month or a year, as far as it is known."),
    )  # fmt: skip
    as_of_text = forms.CharField(label=gettext_lazy("As of"), required=False, max_length=40)
    slip = forms.BooleanField(
        label=gettext_lazy("The old name was only a slip of the pen"), required=False,
        help_text=gettext_lazy("Otherwise it is kept as a former name and still found."),
    )  # fmt: skip
    first_state = forms.ChoiceField(
        label=gettext_lazy("State"), choices=[(one.value, one.label) for one in FIRST_STATES], initial=State.MEMBER
    )

    what = ("name", "slip", "kind", "level", "place", "website", "themes")
    how = ("basis", "umbrella", "first_state", "since_text")
    origin = ("source", "source_url", "as_of_text")

    class Meta:
        model = Membership
        fields = [
            "name", "kind", "level", "basis", "umbrella", "place", "website", "themes", "source", "source_url",
            "internal_note",
        ]  # fmt: skip
        widgets = {"internal_note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("website", "source_url"):
            self.fields[name].assume_scheme = "https"  # type: ignore[attr-defined]
        row = self.instance
        self.initial.setdefault("since_text", dates.in_words(row.since, row.since_precision))
        self.initial.setdefault("as_of_text", row.as_of_in_words)
        del self.fields["first_state" if row.pk else "slip"]

    def parts(self, names: tuple[str, ...]) -> list[Any]:
        """The fields of one part of the form that are there."""
        return [self[name] for name in names if name in self.fields]

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_since_text(self) -> dates.PartialDate | None:
        return read_day(self.cleaned_data["since_text"])

    def clean_as_of_text(self) -> dates.PartialDate | None:
        return read_day(self.cleaned_data["as_of_text"])

    def clean_umbrella(self) -> Membership | None:
        body = self.cleaned_data["umbrella"]
        if body and self.instance.pk and (body.pk == self.instance.pk or self.instance in above(body)):
            raise forms.ValidationError(_("This would put the member above itself. Please choose another body."))
        return body

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        row = self.instance
        if "since_text" in cleaned:
            row.since, row.since_precision = cleaned["since_text"] or (None, row.since_precision)
        if "as_of_text" in cleaned:
            row.as_of, row.as_of_precision = cleaned["as_of_text"] or (None, row.as_of_precision)
        if row.until and row.since and row.until < row.since:
            self.add_error("since_text", _("It would begin after it ended. Please check the date."))
        if not row.pk and cleaned.get("first_state"):
            row.state = cleaned["first_state"]
        return cleaned


class MoveForm(forms.Form):
    """One move of a membership."""

    to = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    reason = forms.CharField(max_length=300, required=False)


class AnswerForm(forms.Form):
    """To agree to a draft as it was read, or to ask about it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    answer = text_area(gettext_lazy("Your question to the member"), rows=4, max_length=2000)


class PersonForm(forms.ModelForm):
    """Somebody who acts for a member."""

    class Meta:
        model = Delegate
        fields = ["name", "email", "task"]

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class MergeForm(forms.Form):
    """Which member goes into this one."""

    gone = MemberField(
        label=gettext_lazy("Which member goes into this one?"), required=True,
        help_text=gettext_lazy("Its name. You see both before anything happens."),
    )  # fmt: skip
