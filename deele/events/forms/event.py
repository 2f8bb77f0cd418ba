"""The facts of an event: a short form to begin with, and one for each section of the planning."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.versions import VersionedForm
from deele.events.kinds import Section
from deele.events.models import Event, Series
from deele.events.rules.days import NoSuchTime, here
from deele.office.enums import Audience, Theme
from deele.places.fields import PlaceField

MOMENT = "%Y-%m-%dT%H:%M"
MOMENTS = ("opens_at", "closes_at", "priority_until", "cancel_free_until")


def moment_input() -> forms.DateTimeInput:
    """Day and time in one control of the browser."""
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)


def lines(rows: int = 3) -> forms.Textarea:
    """A text of several lines."""
    return forms.Textarea(attrs={"rows": rows})


def town_input() -> forms.TextInput:
    """A town with suggestions; only its name is kept."""
    return forms.TextInput(attrs={"data-place-box": "name", "autocomplete": "off"})


class AreaMixin(forms.Form):
    """Offers only the areas of work in which the person plans."""

    def for_person(self, user: Any) -> Any:
        """Narrow the choice; whoever plans in some areas only must name one."""
        areas = access.areas_of(user, Permission.EVENT_EDIT)
        if areas is not None and "area" in self.fields:
            field = self.fields["area"]
            field.queryset = field.queryset.filter(pk__in=areas)  # type: ignore[attr-defined]
            field.required = True
        return self


class EventForm(AreaMixin, VersionedForm):
    """The fields of one section; without one, everything but the tables."""

    place = PlaceField(
        label=_("Place in the directory of places"),
        help_text=_("Name or postcode. Shows the event on the page of the place and on the map."),
    )
    new_series = forms.CharField(
        label=_("New series"), max_length=160, required=False, help_text=_("Only when the series does not exist yet.")
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes"), choices=Theme.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    audience = forms.MultipleChoiceField(
        label=_("For whom"), choices=Audience.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Event
        fields = [
            "title", "kind", "format", "role", "area", "series", "number", "host", "short_text", "description",
            "cooperation", "themes", "audience", "place", "venue", "street", "postcode", "town", "meeting_link",
            "accessibility", "registering", "registration_url", "registration_note", "opens_at", "closes_at",
            "capacity", "minimum", "minimum_by", "has_waiting_list", "offer_hours", "group_limit", "priority",
            "priority_until", "asks_needs", "asks_photo_consent", "has_participant_list", "price_note", "invoicing",
            "cancel_fee_percent", "cancel_free_until", "certificate_hours", "certificate_days", "certificate_note",
            "report", "attended", "funder_block", "internal_note",
        ]  # fmt: skip
        labels = {"capacity": pgettext_lazy("of an event", "Places")}
        widgets = {
            "description": lines(6), "cooperation": lines(2), "accessibility": lines(2), "report": lines(5),
            "funder_block": lines(2), "internal_note": lines(2), "town": town_input(),
            "minimum_by": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            **{name: moment_input() for name in MOMENTS},
        }  # fmt: skip

    def __init__(self, *args: Any, section: Section | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("meeting_link", "registration_url"):
            self.fields[name].assume_scheme = "https"  # type: ignore[attr-defined]
        if section is not None:
            self.fields = {name: self.fields[name] for name in ("version", *section.fields)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("Registration would close before it opens. Please check both."))
        minimum, capacity = cleaned.get("minimum"), cleaned.get("capacity")
        if minimum and capacity and minimum > capacity:
            self.add_error("minimum", _("This is more than there are places. Please check both."))
        if cleaned.get("number") and not (cleaned.get("series") or cleaned.get("new_series")):
            self.add_error("number", _("A number needs a series. Please choose one."))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """Whether a number of a series is taken, the action says: it names the other event."""
        return {*super()._get_validation_exclusions(), "series"}  # type: ignore[misc]

    def values(self) -> dict[str, Any]:
        """Fields of Event as the actions take them."""
        found = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        if name := self.cleaned_data.get("new_series"):
            found["series"] = Series.objects.filter(name__iexact=name).first() or Series(name=name)
        return found


class NewEventForm(AreaMixin, forms.ModelForm):
    """What it takes to begin."""

    day = forms.DateField(
        label=_("Date"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    begins = forms.TimeField(
        label=_("from (time)"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("until (time)"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    class Meta:
        model = Event
        fields = ["title", "kind", "format", "role", "area", "town"]
        widgets = {"town": town_input()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("day")
            and cleaned.get("begins")
            and cleaned.get("ends")
            and cleaned["ends"] <= cleaned["begins"]
        ):
            self.add_error("ends", _("It would end before it begins."))
        try:
            self.moments = self.read_moments(cleaned)
        except NoSuchTime:
            self.add_error("begins", _("On this night the clock is changed, so this time is not clear."))
        return cleaned

    def read_moments(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """Beginning and end. Raises NoSuchTime."""
        day, begins, ends = (cleaned.get(name) for name in ("day", "begins", "ends"))
        if not day:
            return {}
        finish = here(day, ends) if begins and ends else None
        return {"starts_at": here(day, begins), "ends_at": finish, "has_time": begins is not None}

    def values(self) -> dict[str, Any]:
        """Fields of Event as the actions take them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """The first day, when it is known."""
        return {"days": [self.moments]} if self.moments else {}


class CopyForm(forms.Form):
    """A new event after this one."""

    first_day = forms.DateField(
        label=_("First day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("All dates and deadlines move along. Empty: the new event has no dates yet."),
    )
    repeats = forms.BooleanField(label=_("It repeats this event, because many could not come"), required=False)

    def clean_first_day(self) -> Any:
        day = self.cleaned_data["first_day"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Please choose a later one."), code="past")
        return day


class MoveForm(forms.Form):
    """One move of an event, and the reason everybody registered reads."""

    to = forms.CharField(max_length=24, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False, widget=lines(2))


class MessageForm(forms.Form):
    """A word to everybody registered when the dates move."""

    message = forms.CharField(
        label=_("Message to everybody registered"),
        max_length=1000,
        required=False,
        widget=lines(3),
        help_text=_("Stands in the mail between the old and the new dates."),
    )
