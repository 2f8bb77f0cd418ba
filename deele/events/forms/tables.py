"""What belongs to an event, as tables of small forms that work without a script."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.events.forms.fields import AmountField, EntryField
from deele.events.models import Day, Event, Option, Part, PriceClass, ProgrammeItem, Stop
from deele.events.rules.days import NoSuchTime, here

MOST_ROWS = 60


def date_input() -> forms.DateInput:
    """The browser's control for a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def time_input() -> forms.TimeInput:
    """The browser's control for a time."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class RowForm(forms.ModelForm):
    """A row of a table. `values` is what the actions take; fields named in `seldom` are folded away."""

    seldom: tuple[str, ...] = ()
    seldom_title: Any = ""  # empty: their labels

    @property
    def usual_fields(self) -> list[forms.BoundField]:
        """What always shows."""
        return [self[name] for name in self.fields if not self.is_aside(name)]

    @property
    def seldom_fields(self) -> list[forms.BoundField]:
        """What is folded away."""
        return [self[name] for name in self.seldom if name in self.fields]

    @property
    def foot_fields(self) -> list[forms.BoundField]:
        """Order and removal."""
        return [self[name] for name in (ORDERING_FIELD_NAME, DELETION_FIELD_NAME) if name in self.fields]

    @property
    def is_unfolded(self) -> bool:
        """A fault in a folded field must be seen, and so must the last day of something that goes on."""
        if self.is_bound and any(name in self.errors for name in self.seldom):
            return True
        return "until" in self.seldom and bool(self["until"].value())  # what changes the date itself is not hidden

    def is_aside(self, name: str) -> bool:
        """Folded, in the foot, or hidden."""
        return name in self.seldom or name in (ORDERING_FIELD_NAME, DELETION_FIELD_NAME) or self[name].is_hidden

    def has_changed(self) -> bool:
        """A new row counts once something is written in it; choices and ticks alone stand there by themselves."""
        if self.instance.pk:
            return super().has_changed()
        silent = (forms.BooleanField, forms.ChoiceField)
        return any(not isinstance(self.fields[name], silent) for name in self.changed_data if name != "ORDER")

    def values(self) -> dict[str, Any]:
        """Fields of the row, with its number when it is an old one."""
        found = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}
        return found | ({"pk": self.instance.pk} if self.instance.pk else {})

    class Meta:
        fields: list[str] = []


class DayForm(RowForm):
    """A date with times, of a day, a month or a year."""

    on = forms.DateField(label=_("Date"), widget=date_input())
    begins = forms.TimeField(label=_("from"), required=False, widget=time_input())
    until = forms.DateField(label=_("last day, if another"), required=False, widget=date_input())
    ends = forms.TimeField(label=_("until"), required=False, widget=time_input())

    class Meta(RowForm.Meta):
        model = Day
        fields = ["title", "precision", "venue", "meeting_link", "counts"]

    seldom = ("until", "venue", "meeting_link", "precision", "counts")
    seldom_title = _("Last day, another venue or link, precision")
    field_order = ["on", "begins", "ends", "until", "title", "venue", "meeting_link", "precision", "counts"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["meeting_link"].assume_scheme = "https"  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial |= day_initial(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("ends") and not cleaned.get("begins"):
            self.add_error("begins", _("Please give the beginning too."))
        if cleaned.get("on"):
            self.read_moments(cleaned)
        return cleaned

    def read_moments(self, cleaned: dict[str, Any]) -> None:
        """Beginning and end as moments; the night the clock changes has times that are none."""
        try:
            cleaned["starts_at"] = here(cleaned["on"], cleaned.get("begins"))
            last = cleaned.get("until") or cleaned["on"]
            cleaned["ends_at"] = here(last, cleaned["ends"]) if cleaned.get("ends") else None
            if cleaned["ends_at"] is None and cleaned.get("until"):
                cleaned["ends_at"] = here(last, LAST_MINUTE)
        except NoSuchTime:
            self.add_error(
                "begins", _("On this night the clock is changed, so this time is not clear. Please choose another.")
            )
            return
        if cleaned["ends_at"] and cleaned["ends_at"] < cleaned["starts_at"]:
            self.add_error("until" if cleaned.get("until") else "ends", _("It would end before it begins."))

    def values(self) -> dict[str, Any]:
        """With the moments; a date without a time is one without a time."""
        found = {name: self.cleaned_data[name] for name in ("starts_at", "ends_at")}
        return super().values() | found | {"has_time": self.cleaned_data["begins"] is not None}


LAST_MINUTE = forms.TimeField().clean("23:59")


def day_initial(day: Day) -> dict[str, Any]:
    """A day as it stands in its row."""
    starts = timezone.localtime(day.starts_at)
    ends = timezone.localtime(day.ends_at) if day.ends_at else None
    later = ends and ends.date() != starts.date()
    shows_end = ends and (day.has_time or not later)
    return {
        "on": starts.date(),
        "begins": starts.time() if day.has_time else None,
        "ends": ends.time() if ends and shows_end else None,
        "until": ends.date() if ends and later else None,
    }


class PriceForm(RowForm):
    """A price class."""

    seldom = ("note",)

    amount_cents = AmountField()

    class Meta(RowForm.Meta):
        model = PriceClass
        fields = ["title", "amount_cents", "proof", "note"]


class OptionForm(RowForm):
    """An extra."""

    seldom = ("note", "group", "is_required", "day")

    amount_cents = AmountField(required=False)

    class Meta(RowForm.Meta):
        model = Option
        fields = ["kind", "title", "amount_cents", "capacity", "group", "is_required", "day", "note"]
        labels = {"capacity": pgettext_lazy("of an event", "Places")}


class ProgrammeForm(RowForm):
    """A line of the programme."""

    seldom = ("text",)

    class Meta(RowForm.Meta):
        model = ProgrammeItem
        fields = ["day", "starts", "ends", "title", "text"]
        widgets = {"starts": time_input(), "ends": time_input(), "text": forms.Textarea(attrs={"rows": 2})}


class StopForm(RowForm):
    """A stop of an excursion."""

    seldom = ("host", "note")

    entry = EntryField(label=_("Entry in the directory"), help_text=_("Number or title."))

    class Meta(RowForm.Meta):
        model = Stop
        fields = ["entry", "title", "day", "arrives", "leaves", "host", "note"]
        widgets = {"arrives": time_input(), "leaves": time_input()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("entry") and not cleaned.get("title") and "entry" not in self.errors:
            self.add_error("title", _("Please name an entry, or say in words where the group stops."))
        return cleaned


class PartForm(RowForm):
    """Somebody who speaks or moderates."""

    class Meta(RowForm.Meta):
        model = Part
        fields = ["name", "role", "organisation"]


class Table(forms.BaseInlineFormSet):
    """A table of rows; those taken out or left empty are not among its values."""

    ordering_widget = forms.NumberInput

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Words for the two controls every row has."""
        super().add_fields(form, index)
        if "day" in form.fields:
            self.offer_days(form)
        if ORDERING_FIELD_NAME in form.fields:
            form.fields[ORDERING_FIELD_NAME].label = _("Order")
            form.fields[ORDERING_FIELD_NAME].widget.attrs["class"] = "input--short"
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].label = _("Take this out")

    @cached_property
    def days(self) -> list[Day]:
        """The days a row may belong to."""
        return list(Day.objects.filter(event=self.instance)) if self.instance.pk else []

    def offer_days(self, form: forms.Form) -> None:
        """Ask for the day only where there are several."""
        if len(self.days) < 2:
            del form.fields["day"]
            return
        field: Any = form.fields["day"]
        field.queryset = Day.objects.filter(event=self.instance)
        field.choices = [
            ("", "–"),
            *((day.pk, date_format(timezone.localtime(day.starts_at), "j. F Y")) for day in self.days),
        ]

    def kept(self) -> Iterable[Any]:
        """The rows that stay or are new, in the order given."""
        if self.can_order:
            return self.ordered_forms
        return [form for form in self.forms if not self._should_delete_form(form) and is_written(form)]

    def values(self) -> list[dict[str, Any]]:
        """The rows as the actions take them."""
        return [form.values() for form in self.kept()]


def is_written(form: forms.ModelForm) -> bool:
    """Whether a new row holds anything."""
    return bool(form.instance.pk) or form.has_changed()


def table(model: Any, form: Any, *, can_order: bool) -> Any:
    """A class of tables for rows of this model."""
    return forms.inlineformset_factory(
        Event, model, form=form, formset=Table, extra=0, can_delete=True, can_order=can_order, max_num=MOST_ROWS
    )


TABLES = {
    "days": table(Day, DayForm, can_order=False),
    "prices": table(PriceClass, PriceForm, can_order=True),
    "options": table(Option, OptionForm, can_order=True),
    "programme": table(ProgrammeItem, ProgrammeForm, can_order=True),
    "stops": table(Stop, StopForm, can_order=True),
    "parts": table(Part, PartForm, can_order=True),
}


def tables_of(event: Event, data: QueryDict | None, names: Iterable[str] = TABLES) -> dict[str, Any]:
    """The tables of an event; with `data` as they were sent."""
    return {name: TABLES[name](data, instance=event, prefix=name) for name in names}


def with_one_more(data: QueryDict, name: str) -> QueryDict:
    """What was sent, with an empty row more in this table."""
    more = data.copy()
    field = f"{name}-TOTAL_FORMS"
    total = more.get(field, "0")
    more[field] = str(min(MOST_ROWS, int(total) + 1 if total.isdigit() else 1))
    return more


def all_valid(*forms_: Any) -> bool:
    """Whether all are; each is asked, so that all errors show at once."""
    answers = [one.is_valid() for one in forms_]
    return all(answers)


def without_errors(*forms_: Any) -> None:
    """Show what was typed again without judging it yet."""
    for one in forms_:
        if hasattr(one, "forms"):
            without_errors(*one.forms)
            one._errors, one._non_form_errors = [{} for _form in one.forms], one.error_class()
        else:
            one.errors.clear()
