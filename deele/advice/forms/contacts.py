"""Logging a contact: in the order in which one hears the answers on the telephone, most of it filled in already."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from deele.advice import rules
from deele.advice.enums import Channel, Duration, Kind, Result, Topic, Where
from deele.advice.kinds import Told
from deele.advice.models import Contact, Template
from deele.advice.queries import contacts as queries
from deele.office.enums import Audience
from deele.places.fields import PlaceField

NO_PLACE = _("Please name a place, at least the district, or say below that none was told.")
OLDEST = timedelta(days=3 * 366)
EMPTY: list[tuple[str, Any]] = [("", _("please choose"))]
NONE: list[tuple[str, Any]] = [("", _("none"))]


def new_token() -> str:
    """A name for one form on one screen."""
    return get_random_string(20)


def one_of(label: Any, choices: list[Any], **more: Any) -> forms.ChoiceField:
    """A list to choose from by the first letters."""
    return forms.ChoiceField(label=label, choices=choices, **more)


class ContactForm(forms.Form):
    """`templates` only prefill. The form knows no field for a name or for what was said."""

    token = forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40)  # a second click is known by it
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)  # of the contact that is corrected
    audience = one_of(_("Who asks?"), [*EMPTY, *Audience.choices])
    place = PlaceField(label=_("From where? (town, postcode)"), error_messages={"required": NO_PLACE})
    where = one_of(_("No place?"), [("", _("a place is named")), *Where.choices[1:]], required=False)
    topic = one_of(_("What about?"), [*EMPTY, *Topic.choices])
    topic_2 = one_of(_("And what about?"), [*NONE, *Topic.choices], required=False)
    topic_3 = one_of(_("And what else about?"), [*NONE, *Topic.choices], required=False)
    channel = one_of(_("By which way?"), Channel.choices, initial=Channel.PHONE)
    duration = one_of(_("How long?"), Duration.choices, initial=Duration.SHORT)
    result = one_of(_("What came of it?"), Result.choices, initial=Result.INFORMED)
    result_2 = one_of(_("And what else came of it?"), [*NONE, *Result.choices], required=False)
    code = forms.CharField(
        label=_("Code, if the person was here before"), required=False, max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "input--short"}),
        help_text=_("Then it counts as a follow-up."),
    )  # fmt: skip
    kind = one_of(_("Kind"), Kind.choices, initial=Kind.FIRST)
    people = forms.IntegerField(label=_("Number of people"), min_value=1, max_value=500, initial=1)
    happened_on = forms.DateField(
        label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), initial=timezone.localdate
    )
    area = forms.ModelChoiceField(label=_("Area of work"), queryset=None, empty_label=None)

    first = ("audience", "place", "topic", "channel", "duration", "result")
    more = ("topic_2", "topic_3", "result_2", "where", "code", "kind", "people", "happened_on", "area")

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        area: Any = self.fields["area"]
        area.queryset = queries.areas(user)
        area.initial = queries.usual_area(user)
        self.fields["place"].required = not self.data.get("where")
        if not self.is_bound:
            self.fields["audience"].widget.attrs["autofocus"] = True

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        code = rules.tidy_code(typed)
        if typed and not code:
            raise forms.ValidationError(_("A code has five letters and digits, for example K7M4Q."), code="code")
        return code

    def clean_happened_on(self) -> Any:
        day, today = self.cleaned_data["happened_on"], timezone.localdate()
        if day > today:
            raise forms.ValidationError(_("This day is still to come."), code="future")
        if day < today - OLDEST:
            raise forms.ValidationError(_("This day is more than three years ago."), code="old")
        return day

    def told(self) -> Told:
        """What the valid form says."""
        given = self.cleaned_data
        return Told(
            area=given["area"],
            audience=given["audience"],
            topics=distinct(given[name] for name in ("topic", "topic_2", "topic_3")),
            happened_on=given["happened_on"],
            place=given["place"],
            where=given["where"] or Where.PLACE,
            channel=given["channel"],
            kind=given["kind"],
            duration=given["duration"],
            results=distinct(given[name] for name in ("result", "result_2")),
            people=given["people"],
            code=given["code"],
        )

    def meet(self, version: int) -> None:
        """Somebody else was faster: carry the version of the row as it is now, so that sending again is a decision."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    @property
    def first_fields(self) -> list[Any]:
        """What is asked each time."""
        return [self[name] for name in self.first]

    @property
    def more_fields(self) -> list[Any]:
        """What is asked now and then."""
        return [self[name] for name in self.more]

    @property
    def more_open(self) -> bool:
        """The fold stands open when something in it differs from what is usual."""
        return any(field.errors or differs(field) for field in self.more_fields)


def differs(field: Any) -> bool:
    """Whether a field of the fold holds something of its own."""
    usual = {"kind": Kind.FIRST, "people": 1, "happened_on": timezone.localdate(), "area": None}
    if field.name not in usual:
        return bool(field.value())
    if field.name == "area":
        return False
    return str(field.value()) != str(usual[field.name])


def distinct(values: Any) -> list[str]:
    """Without the empty ones and without repetition, in order."""
    return list(dict.fromkeys(filter(None, values)))


def prefilled(source: Contact | Template) -> dict[str, Any]:
    """What a template, or a contact that is corrected, puts into the form."""
    topics, results = [*source.topics, "", "", ""], [*source.results, "", ""]
    filled = {
        "audience": source.audience, "channel": source.channel, "kind": source.kind, "duration": source.duration,
        "topic": topics[0], "topic_2": topics[1], "topic_3": topics[2], "result": results[0] or Result.INFORMED,
        "result_2": results[1], "area": source.area_id,
    }  # fmt: skip
    if isinstance(source, Contact):
        filled |= {
            "place": source.place_id, "where": "" if source.where == Where.PLACE else source.where,
            "version": source.version, "code": source.code, "people": source.people, "happened_on": source.happened_on,
        }  # fmt: skip
    return filled
