"""Forms of a session: planning it, calling it off, who was there, sending minutes round, confirming them."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.core.versions import VersionedForm
from deele.groups.enums.sessions import Answer, Presence, Release, SessionFormat
from deele.groups.forms.session_fields import day_input, lines, time_input, token_field
from deele.groups.models import Participation, Session, WorkingGroup
from deele.groups.rules.sessions import OBJECTION_DAYS, Told

HTTP = ("http://", "https://")


class SessionForm(VersionedForm):
    """A session: when, how, where, who may read."""

    day = forms.DateField(label=_("Day"), widget=day_input())
    begins = forms.TimeField(label=_("From"), widget=time_input())
    ends = forms.TimeField(label=_("Until"), widget=time_input())
    agenda_day = forms.DateField(
        label=_("Items for the agenda until"), widget=day_input(), required=False,
        help_text=_("Empty: three days before the session. Lead and office can add items later, too."),
    )  # fmt: skip
    token = token_field()

    class Meta:
        model = Session
        fields = ("title", "format", "place", "link", "note", "is_public", "release")
        widgets = {"note": lines(4), "format": forms.RadioSelect, "release": forms.RadioSelect}
        labels = {
            "title": _("Title"), "format": _("How do you meet?"), "place": _("Where"),
            "link": _("Address of the online meeting"), "note": _("Words of the invitation"),
            "is_public": _("Everybody may come and see date and agenda"), "release": _("Who may read the minutes?"),
        }  # fmt: skip

    field_order = (
        "title", "day", "begins", "ends", "format", "place", "link", "note", "agenda_day", "is_public", "release",
    )  # fmt: skip

    def __init__(self, *args: Any, group: WorkingGroup, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["release"].choices = Release.choices  # type: ignore[attr-defined]  # without the empty one
        self.fields["format"].choices = SessionFormat.choices  # type: ignore[attr-defined]
        if not group.is_public:
            del self.fields["is_public"], self.fields["release"]
        if self.instance.pk:
            begins = timezone.localtime(self.instance.starts_at)
            self.initial |= {
                "day": begins.date(), "begins": begins.time(),
                "ends": timezone.localtime(self.instance.ends_at).time(),
                "agenda_day": timezone.localdate(self.instance.agenda_until),
            }  # fmt: skip

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not {"day", "begins", "ends"} <= given.keys():
            return given
        if given["ends"] <= given["begins"]:
            self.add_error("ends", _("The end lies before the beginning."))
        if given.get("format") == SessionFormat.ON_SITE and not given.get("place"):
            self.add_error("place", _("Please say where you meet."))
        if given.get("agenda_day") and given["agenda_day"] > given["day"]:
            self.add_error("agenda_day", _("This day lies after the session."))
        self.instance.starts_at = self.instant(given["begins"])
        self.instance.ends_at = self.instant(given["ends"])
        if given.get("agenda_day"):
            self.instance.agenda_until = self.until(given["agenda_day"], self.instance.starts_at)
        return given

    def instant(self, hour: Any) -> datetime:
        """An hour of the day of the session, in the time of this country."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], hour))

    def until(self, day: Any, starts_at: datetime) -> datetime:
        """The end of a day, never after the session began."""
        return min(timezone.make_aware(datetime.combine(day, datetime.max.time().replace(microsecond=0))), starts_at)

    def told(self) -> Told:
        """What was said, for a session that is planned."""
        given = self.cleaned_data
        return Told(
            starts_at=self.instance.starts_at, ends_at=self.instance.ends_at, title=given["title"],
            format=given["format"], place=given["place"], link=given["link"], note=given["note"],
            agenda_until=self.instance.agenda_until if given.get("agenda_day") else None,
            is_public=given.get("is_public", False), release=given.get("release") or Release.GROUP,
            token=given["token"] or None,
        )  # fmt: skip


class CancelForm(forms.Form):
    """Why a session does not take place."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, required=False, help_text=_("Stands in the mail to everybody.")
    )

    def clean_reason(self) -> str:
        return one_line(self.cleaned_data["reason"])


class AnswerForm(forms.Form):
    """Yes or no."""

    answer = forms.ChoiceField(label=_("Will you come?"), choices=Answer.choices, widget=forms.RadioSelect)


class PresenceForm(forms.Form):
    """Who was there: a choice for each person. Only what this form changed is written."""

    def __init__(self, *args: Any, people: list[Participation], **options: Any) -> None:
        super().__init__(*args, **options)
        for place in people:
            label = f"{place.name} ({place.member_name})" if place.name else place.member_name
            self.fields[f"p{place.pk}"] = forms.ChoiceField(
                label=label, choices=[("", _("not noted")), *Presence.choices], required=False,
                initial=place.presence, show_hidden_initial=True,
            )  # fmt: skip

    def noted(self) -> dict[int, str]:
        """Person → what was noted, where it is new."""
        return {int(name[1:]): self.cleaned_data[name] for name in self.changed_data}


class CirculateForm(forms.Form):
    """How long objections are possible."""

    days = forms.IntegerField(
        label=_("Days for objections"), min_value=1, max_value=90, initial=OBJECTION_DAYS,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )  # fmt: skip


class ConfirmForm(forms.Form):
    """Who confirms the minutes."""

    by_session = forms.BooleanField(
        label=_("The next session has confirmed the minutes"), required=False,
        help_text=_("Then the days for objections need not be over."),
    )  # fmt: skip
