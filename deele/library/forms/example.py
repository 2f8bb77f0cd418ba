"""Writing down a good example, its contact, and what became of it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.core.freshness import Method
from deele.core.seals import SealedForm
from deele.core.versions import VersionedForm
from deele.directory.enums import Block, TargetGroup
from deele.directory.models import Entry
from deele.events.models import Event
from deele.library.enums.examples import ExampleState, StillRunning, Transfer
from deele.library.forms.parts import InParts, SourceMixin, area, day_input, ticks
from deele.library.models import Example
from deele.office.enums import Theme
from deele.places.fields import PlaceField

WAYS = (Method.STAFF, Method.PHONE, Method.VISIT)
REFS_HELP = _("Addresses of their pages, or their numbers; one to a line.")


class ManyByNumber(forms.ModelMultipleChoiceField):
    """Rows by their number or the address of their page, one to a line: lists of hundreds need no endless menu."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        return super().clean([self.number(line) for line in lines])

    def number(self, line: str) -> str:
        """The number in “12”, “…/name-12/”, “12: Title”."""
        part = line.partition(":")[0] if line[:1].isdigit() else line.rstrip("/").rpartition("-")[2]
        if not (part.isascii() and part.isdigit() and len(part) < 10):
            raise forms.ValidationError(
                _("“%(line)s” names no page of ours. Please copy its address.") % {"line": line}
            )
        return part

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        pks = [getattr(one, "pk", one) for one in value]
        rows = self.queryset.filter(pk__in=pks) if pks else []
        return "\n".join(f"{row.pk}: {row}" for row in rows)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            new = {row.pk for row in self.clean(data)}
        except forms.ValidationError:
            return True
        return {getattr(one, "pk", one) for one in initial or []} != new


class ExampleForm(InParts, SourceMixin, VersionedForm):
    """All of its anatomy."""

    place = PlaceField(label=_("Place"), help_text=_("The municipality or the part of it. Needed before publishing."))
    themes = ticks(_("Themes"), Theme.choices)
    blocks = ticks(_("Building blocks"), Block.choices)
    target_groups = ticks(_("For whom"), TargetGroup.choices)
    transfer = ticks(_("May work as well"), Transfer.choices)
    entries = ManyByNumber(
        Entry.objects.all(), label=_("Entries of the directory"), required=False, help_text=REFS_HELP
    )
    events = ManyByNumber(Event.objects.all(), label=_("Used at events"), required=False, help_text=REFS_HELP)

    layout = (
        (_("What it is"), ("title", "summary", "started_by", "how_started", "place", "place_type")),
        (_("How it went"), ("situation", "solution", "municipality_role", "partners", "financing", "duration")),
        (_("What others can learn"), ("hurdles", "differently", "effects", "effects_source", "transfer",
         "transfer_note")),
        (_("By what it is found"), ("themes", "blocks", "target_groups", "phase", "legal_form")),
        (_("What belongs to it"), ("entries", "events", "used_in")),
        (_("Where we know it from"), ("source", "source_url", "state_of", "internal_note")),
    )  # fmt: skip

    class Meta:
        model = Example
        fields = [
            "title", "summary", "started_by", "how_started", "place", "place_type", "situation", "solution",
            "municipality_role", "partners", "financing", "duration", "hurdles", "differently", "effects",
            "effects_source", "transfer", "transfer_note", "themes", "blocks", "target_groups", "phase", "legal_form",
            "entries", "events", "used_in", "source", "source_url", "internal_note",
        ]  # fmt: skip
        widgets = {
            "summary": area(2), "how_started": area(3), "situation": area(5), "solution": area(6),
            "municipality_role": area(3), "partners": area(3), "financing": area(3), "hurdles": area(4),
            "differently": area(4), "effects": area(3), "transfer_note": area(3), "used_in": area(2),
            "internal_note": area(2),
        }  # fmt: skip


class MoveForm(forms.Form):
    """One move of the table."""

    to = forms.ChoiceField(choices=ExampleState.choices)


class ContactForm(forms.Form):
    """Whom one may ask, who agreed, and when."""

    person = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(label=_("E-mail address"))
    agreed_on = forms.DateField(label=_("Agreed on"), widget=day_input())
    agreed = forms.BooleanField(
        label=_("The person agreed that questions are passed on to them"),
        help_text=_("They get a mail with a link by which they can end it at any time."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean_agreed_on(self) -> Any:
        day = self.cleaned_data["agreed_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. When did the person agree?"))
        return day


class CheckForm(forms.Form):
    """How it was confirmed."""

    method = forms.ChoiceField(choices=[(way.value, way.label) for way in WAYS])
    version = forms.IntegerField()


class AskForm(SealedForm):
    """A question to the contact; passed on, the address stays hidden."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    text = forms.CharField(label=_("Your question"), max_length=4000, widget=area(6))


class FollowUpForm(forms.Form):
    """What has become of it."""

    still_running = forms.ChoiceField(
        label=_("Is it still running?"), choices=StillRunning.choices, widget=forms.RadioSelect
    )
    changes = forms.CharField(
        label=_("What has changed? What would you tell others today?"), required=False, max_length=4000, widget=area(6),
        help_text=_("We show this with its date. Please name no private persons."),
    )  # fmt: skip
