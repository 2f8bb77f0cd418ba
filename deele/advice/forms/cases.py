"""What is known of a case, and the small forms on its page."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.advice.enums import CaseState, Result, Topic
from deele.advice.forms.contacts import new_token
from deele.advice.models import Case, Contact
from deele.advice.queries import cases as queries
from deele.advice.queries import contacts as contacts
from deele.advice.rules import cases as rules
from deele.core.versions import VersionedForm
from deele.places.fields import PlaceField

QUIET = {"autocomplete": "off", "spellcheck": "false"}
WATCHED = {"data-hints": "", "rows": 4}  # the page reads along and hints (static/advice/hints.js)
AT_MOST = 5


def day(**more: Any) -> forms.DateInput:
    """A day, as the browser knows it."""
    return forms.DateInput(attrs={"type": "date", **more}, format="%Y-%m-%d")


class CaseForm(VersionedForm):
    """What is known. Who asks stays empty unless the client wants to be known."""

    place = PlaceField(label=_("From where? (town, postcode, at least the district)"))
    topics = forms.MultipleChoiceField(
        label=_("Topics"), choices=Topic.choices, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Case
        fields = [
            "audience", "place", "where", "topics", "channel", "arrived_on", "client_name", "client_organisation",
            "client_email", "client_phone", "priority", "due_on", "follow_up_on", "working_note",
        ]  # fmt: skip
        widgets = {
            "arrived_on": day(),
            "due_on": day(),
            "follow_up_on": day(),
            "client_name": forms.TextInput(attrs=QUIET),
            "client_organisation": forms.TextInput(attrs=QUIET),
            "client_email": forms.EmailInput(attrs=QUIET),
            "client_phone": forms.TextInput(attrs=QUIET),
            "working_note": forms.Textarea(attrs=WATCHED),
        }

    what = ("audience", "place", "where", "channel", "arrived_on")
    who = ("client_name", "client_organisation", "client_email", "client_phone")
    when = ("priority", "due_on", "follow_up_on")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["where"].label = _("No place?")
        self.fields["working_note"].help_text = _("For colleagues on this case. No health data, no names of others.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("place"):
            cleaned["where"] = "ort"
        elif cleaned.get("where") == "ort" and "place" not in self.errors:
            self.add_error("place", _("Please name a place, or choose below why there is none."))
        return cleaned

    @property
    def what_fields(self) -> list[Any]:
        """The question."""
        return [self[name] for name in self.what]

    @property
    def who_fields(self) -> list[Any]:
        """The client, when named."""
        return [self[name] for name in self.who]

    @property
    def when_fields(self) -> list[Any]:
        """The work."""
        return [self[name] for name in self.when]


class NewCaseForm(CaseForm):
    """A case nobody logged a contact for."""

    token = forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40)
    area = forms.ModelChoiceField(label=_("Area of work"), queryset=None, empty_label=None)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        area: Any = self.fields["area"]
        area.queryset = contacts.areas(user)
        area.initial = contacts.usual_area(user)
        self.initial["arrived_on"] = self.initial.get("arrived_on") or timezone.localdate()


class TokenForm(forms.Form):
    """A small form that may be sent twice and counts once."""

    token = forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40)


class NoteForm(TokenForm):
    """A note on the timeline."""

    text = forms.CharField(label=_("Note on the case"), max_length=5000, widget=forms.Textarea(attrs=WATCHED))


class TaskForm(TokenForm):
    """Something to be done."""

    title = forms.CharField(
        label=_("What is to be done?"), max_length=200, widget=forms.TextInput(attrs={"data-hints": ""})
    )
    due_on = forms.DateField(label=_("By when?"), required=False, widget=day())
    assignee = forms.ModelChoiceField(label=_("Who does it?"), queryset=None, empty_label=None)

    def __init__(self, *args: Any, case: Case, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        assignee: Any = self.fields["assignee"]
        assignee.queryset = queries.advisers(case.area_id, timezone.localdate())
        assignee.initial = user


class DocumentForm(TokenForm):
    """A file."""

    file = forms.FileField(
        label=_("File"), help_text=_("PDF, picture, text, Word, Excel or OpenDocument; at most 15 MB.")
    )


class MoveForm(forms.Form):
    """The next state. What the move takes is asked, and no more."""

    to = forms.ChoiceField(choices=CaseState.choices, widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why?"), required=False, max_length=1000, widget=forms.Textarea(attrs={**WATCHED, "rows": 2})
    )
    results = forms.MultipleChoiceField(
        label=_("What came of it?"), choices=Result.choices, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, move: rules.Move | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if move and not move.results_needed:
            del self.fields["results"]
        elif move:
            self.fields["reason"].label = _("In short, if you like")


class JoinForm(forms.Form):
    """The case a contact is put to, by its number."""

    number = forms.CharField(label=_("Number of the case"), max_length=12, widget=forms.TextInput(attrs=QUIET))


def prefilled(contact: Contact) -> dict[str, Any]:
    """What a contact tells a new case."""
    return {
        "area": contact.area_id, "audience": contact.audience, "topics": contact.topics, "place": contact.place_id,
        "where": contact.where, "channel": contact.channel, "arrived_on": contact.happened_on,
    }  # fmt: skip
