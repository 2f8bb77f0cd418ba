"""Sending something in. The first step is lenient: what is missing is named later, and nothing sent is lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.seals import SealedForm
from deele.jointactions.enums import GRANTED, Made, Minors, People
from deele.jointactions.models import Call, Submission
from deele.jointactions.queries.words import needs

UNSAID: list[tuple[str, Any]] = [("", gettext_lazy("not said yet"))]
YEARS = (1900, 2100)
KEPT = (
    "organisation", "text", "town", "year", "credit", "made", "people", "minors", *GRANTED.values(),
)  # fmt: skip
PICTURES = "image/jpeg,image/png,image/webp,image/gif"


class Later:
    """Needed in the end, not yet: it is not marked as optional, and an empty one stops nobody from keeping a draft."""

    def validate(self, value: Any) -> None:
        """Check what is there."""
        if value not in ("", None):
            super().validate(value)  # type: ignore[misc]  # mixed into fields


class LaterText(Later, forms.CharField):
    """Words that may wait."""


class LaterChoice(Later, forms.ChoiceField):
    """An answer that may wait."""


def file_field(number: int | None = None) -> forms.FileField:
    """One photo. No `capture`: old photos are as welcome as new ones."""
    label = _("Photo %(number)s") % {"number": number} if number else _("One more photo")
    return forms.FileField(label=label, required=False, widget=forms.FileInput(attrs={"accept": PICTURES}))


def shown_field(number: int | None = None) -> forms.CharField:
    """What a photo shows."""
    label = _("What does photo %(number)s show?") % {"number": number} if number else _("What does it show?")
    return LaterText(
        label=label, max_length=200,
        help_text=_("One sentence for people who cannot see it: who does what, where?"),
    )  # fmt: skip


class RightsForm(forms.Form):
    """Words and rights of something sent in; nothing here is required, what is missing is told on the own page."""

    use_required_attribute = False

    organisation = forms.CharField(label=gettext_lazy("Organisation"), max_length=160, required=False)
    text = LaterText(label=gettext_lazy("Your text"), max_length=3000, widget=forms.Textarea(attrs={"rows": 6}))
    town = forms.CharField(label=gettext_lazy("Where was it?"), max_length=120, required=False)
    year = forms.IntegerField(
        label=gettext_lazy("In which year?"), required=False, min_value=YEARS[0], max_value=YEARS[1],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )  # fmt: skip
    credit = LaterText(
        label=gettext_lazy("Which name shall stand beside it?"), max_length=120,
        help_text=gettext_lazy("Everybody sees this one. You may write “ohne Namen”."),
    )  # fmt: skip
    made = LaterChoice(label=gettext_lazy("Who made it?"), choices=[*UNSAID, *Made.choices])
    people = LaterChoice(
        label=gettext_lazy("Can people be recognised in the photos?"),
        choices=[*UNSAID, *People.choices],
    )  # fmt: skip
    minors = LaterChoice(
        label=gettext_lazy("Are people under eighteen among them?"),
        choices=[*UNSAID, *Minors.choices],
    )  # fmt: skip
    terms_agreed = forms.BooleanField(label=gettext_lazy("I have read the terms and agree to them."), required=False)

    def __init__(self, *args: Any, call: Call, **options: Any) -> None:
        super().__init__(*args, **options)
        self.call = call
        needed = needs(call)
        for use, column in GRANTED.items():
            label = _("%(use)s (needed)") % {"use": use.label} if use.value in needed else use.label
            self.fields[column] = forms.BooleanField(label=label, required=False)
        if not call.takes_text:
            del self.fields["text"]
        if not call.takes_photos:
            del self.fields["people"], self.fields["minors"]

    def told(self) -> dict[str, Any]:
        """Fields of Submission the valid form says."""
        given = self.cleaned_data
        told = {name: given[name] for name in KEPT if name in given}
        if told.get("people") == People.NOBODY:
            told["minors"] = Minors.NONE
        told["terms_version"] = self.call.terms_version if given["terms_agreed"] else 0
        return told

    @property
    def uses(self) -> list[Any]:
        """The bound boxes of the uses."""
        return [self[column] for column in GRANTED.values()]

    @property
    def about(self) -> list[Any]:
        """What it is."""
        return [self[name] for name in ("text", "town", "year") if name in self.fields]

    @property
    def rights(self) -> list[Any]:
        """Whose it is, and who is seen."""
        return [self[name] for name in ("made", "credit", "people", "minors") if name in self.fields]


class JoinForm(SealedForm, RightsForm):
    """The first step: a name, an address, and what is there already."""

    name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=gettext_lazy("Never shown."),
    )  # fmt: skip
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"), max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=gettext_lazy("Never shown. We send you the link with which you hand it in, change or withdraw it."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.slots = range(1, self.call.most_photos + 1) if self.call.takes_photos else range(0)
        for number in self.slots:
            self.fields[f"photo_{number}"] = file_field(number)
            self.fields[f"shown_{number}"] = shown_field(number)

    def told(self) -> dict[str, Any]:
        return {**super().told(), "name": self.cleaned_data["name"], "email": self.cleaned_data["email"]}

    def photos(self) -> list[tuple[Any, str]]:
        """Files with what they show, in their order."""
        given = self.cleaned_data
        return [(given.get(f"photo_{number}"), given.get(f"shown_{number}", "")) for number in self.slots]

    @property
    def first_photo(self) -> list[Any]:
        """The first pair."""
        return [self["photo_1"], self["shown_1"]] if self.slots else []

    @property
    def more_photos(self) -> list[Any]:
        """All further pairs; folded up."""
        return [self[f"{what}_{number}"] for number in list(self.slots)[1:] for what in ("photo", "shown")]


class OwnForm(RightsForm):
    """On the own page: filled with what stands there, with the words for each photo; carries its version."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, submission: Submission, **options: Any) -> None:
        super().__init__(*args, call=submission.call, initial=filled(submission), **options)
        self.submission = submission
        for photo in submission.photos.all():
            self.fields[f"alt_{photo.pk}"] = shown_field()
            self.initial[f"alt_{photo.pk}"] = photo.alt
        if self.call.takes_photos and submission.photos.count() < self.call.most_photos:
            self.fields["photo"] = file_field()
            self.fields["shown"] = shown_field()

    def alts(self) -> dict[int, str]:
        """What each photo shows; only of those whose box was on the page that was sent."""
        asked = [photo.pk for photo in self.submission.photos.all() if f"alt_{photo.pk}" in self.data]
        return {pk: self.cleaned_data.get(f"alt_{pk}", "") for pk in asked}

    @property
    def new_photo(self) -> list[Any]:
        """The boxes for one more photo, while there is room."""
        return [self[name] for name in ("photo", "shown") if name in self.fields]

    @property
    def pictures(self) -> list[tuple[Any, Any]]:
        """Each photo with its box."""
        return [(photo, self[f"alt_{photo.pk}"]) for photo in self.submission.photos.all()]


def filled(submission: Submission) -> dict[str, Any]:
    """What the own form begins with."""
    initial = {name: getattr(submission, name) for name in KEPT}
    agreed = submission.terms_version == submission.call.terms_version
    return {**initial, "version": submission.version, "terms_agreed": agreed}


class AskLinkForm(SealedForm):
    """The same answer whether the address is known or not."""

    email = forms.EmailField(
        label=gettext_lazy("The e-mail address you gave"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
