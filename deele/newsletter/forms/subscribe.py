"""Signing up, asking for the settings link, and the settings themselves."""

import calendar
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm
from deele.core.versions import VersionedForm
from deele.newsletter.actions.preferences import Settings
from deele.newsletter.actions.subscribing import Wanted
from deele.newsletter.models import Subscriber
from deele.newsletter.queries import regions
from deele.office.enums import Audience, Theme
from deele.office.models import Area
from deele.places.fields import UNKNOWN, place_box

PAUSES = [("", _("no pause")), ("1", _("one month")), ("3", _("three months")), ("6", _("six months"))]
KEEP = "keep"
DIGEST_HELP = _("An overview, only when there is something new. Please name your district or tick topics below.")


def topics_field() -> forms.MultipleChoiceField:
    """Themes to tick."""
    return forms.MultipleChoiceField(
        label=_("Topics"), choices=Theme.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class RegionMixin(forms.Form):
    """A district by its name, or by the name or postcode of a town in it. `cleaned_data["region"]` is the place."""

    region_text = place_box(
        label=_("Your district"),
        required=False,
        help_text=_("Name of the district, or name or postcode of your town."),
    )

    def clean_region_text(self) -> str:
        text = self.cleaned_data["region_text"].strip()
        found = regions.named(text) if text else []
        self.cleaned_data["region"] = found[0] if len(found) == 1 else None
        if text and not found:
            raise forms.ValidationError(UNKNOWN, code="unknown")
        if len(found) > 1:
            raise forms.ValidationError(
                _("Several districts have such a place. Please write one of these: %(names)s."),
                params={"names": ", ".join(str(place) for place in found)},
                code="several",
            )
        return text

    def need_aim(self, cleaned: dict[str, Any], kept: Any = ()) -> None:
        """News from one's district and topics need a district or a topic."""
        if cleaned.get("digest") and not (cleaned.get("region") or kept or cleaned.get("topics")):
            if "region_text" in self.errors:
                return
            self.add_error("region_text", _("Please name your district, or tick a topic below."))


class SignUpForm(RegionMixin, SealedForm):
    """Anybody may sign up any address; only its owner can confirm."""

    email = forms.EmailField(
        label=_("Your e-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    areas = forms.ModelMultipleChoiceField(
        label=_("Which newsletters?"),
        queryset=Area.objects.all(),
        error_messages={"required": _("Please choose at least one newsletter.")},
        widget=forms.CheckboxSelectMultiple,
    )
    digest = forms.BooleanField(label=_("News from my district and my topics"), required=False, help_text=DIGEST_HELP)
    topics = topics_field()
    target_group = forms.ChoiceField(
        label=_("Who are you?"), required=False, choices=[("", _("no answer")), *Audience.choices]
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )

    def clean_name(self) -> str:
        return " ".join("".join(sign if sign.isprintable() else " " for sign in self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("digest") and self.has_error("areas", "required"):  # the news from one's district are enough
            del self._errors["areas"]
            cleaned["areas"] = []
        self.need_aim(cleaned)
        return cleaned

    def wanted(self) -> Wanted:
        """The wish as the action takes it."""
        data = self.cleaned_data
        return Wanted(
            areas=list(data["areas"]),
            regions=[data["region"]] if data.get("region") else [],
            topics=data["topics"],
            target_group=data["target_group"],
            digest=data["digest"],
            name=data["name"],
            language=(get_language() or "de")[:2],
        )


class AskLinkForm(SealedForm):
    """The same answer whether the address is known or not."""

    email = forms.EmailField(
        label=_("Your e-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class SettingsForm(RegionMixin, VersionedForm):
    """What a subscriber gets."""

    topics = topics_field()
    pause = forms.ChoiceField(label=_("Pause"), required=False)

    class Meta:
        model = Subscriber
        fields = ["areas", "digest", "regions", "topics", "target_group", "name"]
        labels = {"areas": _("Which newsletters?"), "regions": _("Your districts so far")}
        widgets = {"areas": forms.CheckboxSelectMultiple, "regions": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].queryset = Area.objects.all()
        self.fields["regions"].queryset = self.instance.regions.all()
        self.fields["digest"].label = _("News from my district and my topics")
        self.fields["digest"].help_text = DIGEST_HELP
        self.initial["topics"] = self.instance.topics
        paused = self.instance.paused_until
        kept = [(KEEP, _("quiet until %(day)s") % {"day": f"{paused:%d.%m.%Y}"})] if paused else []
        self.fields["pause"].choices = [*kept, *PAUSES]
        if not self.instance.regions.exists():
            del self.fields["regions"]

    def clean_name(self) -> str:
        return " ".join("".join(sign if sign.isprintable() else " " for sign in self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.need_aim(cleaned, kept=cleaned.get("regions"))
        return cleaned

    def settings(self, today: date) -> Settings:
        """The settings as the action takes them."""
        data = self.cleaned_data
        chosen = [*data.get("regions", []), *([data["region"]] if data.get("region") else [])]
        wanted = Wanted(
            areas=list(data["areas"]),
            regions=list(dict.fromkeys(chosen)),
            topics=data["topics"],
            target_group=data["target_group"],
            digest=data["digest"],
            name=data["name"],
            language=self.instance.language,
        )
        return Settings(wanted, self.paused_until(today))

    def paused_until(self, today: date) -> date | None:
        """The day mail begins again."""
        chosen = self.cleaned_data["pause"]
        if chosen == KEEP:
            return self.instance.paused_until
        return months_later(today, int(chosen)) if chosen else None


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
