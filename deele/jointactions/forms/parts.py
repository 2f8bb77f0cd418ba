"""What belongs to an action, each with one small form; all of them are known by the word in the address."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Membership
from deele.core.versions import VersionedForm
from deele.jointactions.enums import MINORS_FINE, PEOPLE_FINE, MaterialKind, People
from deele.jointactions.forms.acting import area, day_input
from deele.jointactions.models import ActionPartner, Call, JointAction, Material, Result, TourStop
from deele.places.fields import PlaceField


def moment_input() -> forms.DateTimeInput:
    """A day with its hour."""
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class PartForm(VersionedForm):
    """One part of an action."""

    def __init__(self, *args: Any, action: JointAction, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.action_id is None:
            self.instance.action = action
        self.prepare(action)

    def prepare(self, action: JointAction) -> None:
        """Choices that depend on the action."""


class PartnerForm(PartForm):
    """A partner. The office notes an agreement only with how it knows."""

    class Meta:
        model = ActionPartner
        fields = ["membership", "name", "kind", "contribution", "agreed_on", "agreed_how"]
        widgets = {"agreed_on": day_input()}

    def prepare(self, action: JointAction) -> None:
        membership: Any = self.fields["membership"]
        membership.queryset = Membership.objects.public()
        membership.empty_label = _("no member")
        self.fields["agreed_on"].help_text = _("Only from this day on the partner is named in public.")
        self.fields["agreed_how"].help_text = _("For example: mail of 3 May, at the session of the group.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("agreed_on") and not cleaned.get("agreed_how"):
            self.add_error("agreed_how", _("Please say how we know that they agreed."))
        if cleaned.get("agreed_on"):
            self.instance.declined_on = None
        return cleaned


class StopForm(PartForm):
    """A stop of the tour."""

    place = PlaceField(label=_("Place"), required=True)

    class Meta:
        model = TourStop
        fields = [
            "venue", "street", "place", "begins", "precision", "ends", "hours", "access", "host", "visitors",
            "counted_by",
        ]  # fmt: skip
        widgets = {"begins": day_input(), "ends": day_input()}


class CallForm(PartForm):
    """What people are asked to send in."""

    class Meta:
        model = Call
        fields = [
            "title", "text", "audience", "accepts", "most_photos", "opens_at", "closes_at", "needs_exhibition",
            "needs_website", "needs_print", "needs_press", "terms", "released",
        ]  # fmt: skip
        widgets = {"text": area(), "terms": area(8), "opens_at": moment_input(), "closes_at": moment_input()}

    def prepare(self, action: JointAction) -> None:
        self.fields["most_photos"].help_text = _("One to six.")
        self.fields["terms"].help_text = _(
            "Who uses it for what, how long, how one withdraws. A change gets a new version; drafts are asked anew."
        )
        self.fields["released"].help_text = _("People can send something in once the action is public, too.")


class ResultForm(PartForm):
    """A figure with its source."""

    class Meta:
        model = Result
        fields = ["kind", "value", "note", "source", "source_url", "as_of", "as_of_precision"]
        widgets = {"as_of": day_input()}

    def prepare(self, action: JointAction) -> None:
        self.fields["value"].required = True
        self.fields["source"].required = True
        self.fields["value"].help_text = _("A number, or “mehr als 600”, “ca. 40”, “20–30”.")


class MaterialForm(PartForm):
    """What is left: a link, a file, a photo. A file without its rights is not taken."""

    upload = forms.FileField(
        label=_("File"), required=False, help_text=_("PDF, PowerPoint, Word, Excel or a picture, at most 20 MB.")
    )

    class Meta:
        model = Material
        fields = [
            "kind", "title", "url", "publisher", "published_on", "rights", "credit", "alt", "people", "minors",
        ]  # fmt: skip
        widgets = {"published_on": day_input()}

    field_order = ["kind", "title", "url", "upload", *Meta.fields[3:]]

    def prepare(self, action: JointAction) -> None:
        self.fields["url"].assume_scheme = "https"  # type: ignore[attr-defined]
        self.fields["rights"].help_text = _(
            "Needed for files: whose right it is and how we know, for example: city archive, mail of 3 May. Internal."
        )
        self.fields["url"].label = _("Address of the link")
        self.fields["url"].help_text = _("Needed for links.")
        self.fields["alt"].help_text = _("Needed for photos: one sentence for people who cannot see them.")
        for name in ("credit", "people"):
            self.fields[name].help_text = _("Needed for photos.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind == MaterialKind.LINK:
            self.needs("url", _("Please give the address of the link."))
            if cleaned.get("upload") or self.instance.file:
                self.add_error("kind", _("A file is there. Please choose “file” or “photo”, or take it out first."))
        elif kind:
            self.needs("rights", _("Please say whose right it is and how we know. Without it the file is not kept."))
            if not cleaned.get("upload") and not self.instance.file:
                self.add_error("upload", _("Please choose a file."))
        if kind == MaterialKind.PHOTO:
            self.check_photo(cleaned)
        return cleaned

    def check_photo(self, cleaned: dict[str, Any]) -> None:
        """Who took it, what it shows, and the yes of all who can be recognised (§ 31 UrhG, § 22 KUG)."""
        self.needs("credit", _("Please name who took the photo."))
        self.needs("alt", _("Please say in one sentence what the photo shows."))
        self.needs("people", _("Please say whether people can be recognised."))
        people, minors = cleaned.get("people"), cleaned.get("minors")
        if people and people != People.NOBODY and people not in PEOPLE_FINE:
            self.add_error("people", _("Please ask everybody who can be recognised first, or take another photo."))
        elif people in PEOPLE_FINE and people != People.NOBODY and minors not in MINORS_FINE:
            self.add_error("minors", _("Please say whether children can be recognised; their parents have to agree."))
        if self.instance.file and not self.instance.small and not cleaned.get("upload"):
            self.add_error("upload", _("Please choose the photo once more: it has to be drawn anew."))

    def needs(self, name: str, words: Any) -> None:
        """Say so where a field is empty."""
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, words)


@dataclass(frozen=True)
class Part:
    """A kind of part: its word in the address, its form, what it is called."""

    word: str
    form: type[PartForm]
    title: Promise
    add: Promise

    @property
    def model(self) -> Any:
        """Its table."""
        return self.form._meta.model


PARTS = {
    part.word: part
    for part in (
        Part("partner", PartnerForm, _("Partners"), _("Add a partner")),
        Part("station", StopForm, _("Stops"), _("Add a stop")),
        Part("aufruf", CallForm, _("Calls"), _("Add a call for submissions")),
        Part("reichweite", ResultForm, _("How far it reached"), _("Add a figure")),
        Part("dokumentation", MaterialForm, _("Documentation"), _("Add a link, a file or a photo")),
    )
}
