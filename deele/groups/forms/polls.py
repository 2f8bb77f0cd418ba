"""A date poll opened, and answered."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.groups.actions.polls import OptionTold, PollTold
from deele.groups.enums import Fit
from deele.groups.forms.fields import area, day_input, said, token_field
from deele.groups.models import Poll, PollSheet
from deele.groups.queries import polls as queries

ROWS = 6


def hour_input() -> forms.TimeInput:
    """An hour."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class OptionForm(forms.Form):
    """One date; a row that is left empty is none."""

    day = forms.DateField(label=_("Day"), required=False, widget=day_input())
    begins = forms.TimeField(label=_("From"), required=False, widget=hour_input())
    ends = forms.TimeField(label=_("Until"), required=False, widget=hour_input())
    place = forms.CharField(label=_("Where"), required=False, max_length=200)
    is_online = forms.BooleanField(label=_("Online"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = [name for name in ("day", "begins", "ends") if cleaned.get(name) or name in self.errors]
        if named and not self.errors:
            for name in ("day", "begins", "ends"):
                if name not in named:
                    self.add_error(name, _("Please give day, begin and end, or leave the row empty."))
        if cleaned.get("begins") and cleaned.get("ends") and cleaned["ends"] <= cleaned["begins"]:
            self.add_error("ends", _("It would end before it begins. Please check both."))
        if cleaned.get("day") and cleaned["day"] < timezone.localdate():
            self.add_error("day", _("This day is over."))
        return cleaned

    def told(self) -> OptionTold | None:
        """The date as the action takes it; None for an empty row."""
        given = self.cleaned_data
        if not given.get("day"):
            return None
        return OptionTold(given["day"], given["begins"], given["ends"], one_line(given["place"]), given["is_online"])


Options = forms.formset_factory(OptionForm, extra=ROWS, max_num=20, validate_max=True)


class PollForm(forms.Form):
    """What the date is for, and until when one may answer."""

    title = forms.CharField(label=_("What it is about"), max_length=160)
    text = forms.CharField(label=_("A few words"), max_length=2000, required=False, widget=area(3))
    closes_on = forms.DateField(label=_("Answers until"), widget=day_input())
    token = token_field()

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])

    def told(self, options: Any) -> PollTold:
        """The poll as the action takes it."""
        given = self.cleaned_data
        dates = [told for form in options if (told := form.told()) is not None]
        return PollTold(given["title"], given["closes_on"], dates, given["text"], given["token"])


class SheetForm(forms.Form):
    """What suits one person: a choice for each date."""

    comment = said(label=_("Something the others should know"))

    def __init__(self, *args: Any, poll: Poll, sheet: PollSheet | None, **options: Any) -> None:
        super().__init__(*args, **options)
        before = queries.said(sheet)
        fields: dict[str, Any] = self.fields
        for option in poll.options.all():
            fields[f"o{option.pk}"] = forms.ChoiceField(
                label=f"{option}{f' · {option.where}' if option.where else ''}", choices=Fit.choices, required=False,
                initial=before.get(option.pk), widget=forms.RadioSelect,
            )  # fmt: skip
        fields["comment"].initial = sheet.comment if sheet else ""
        self.order_fields([*[name for name in fields if name != "comment"], "comment"])

    def clean_comment(self) -> str:
        return one_line(self.cleaned_data["comment"])

    def fits(self) -> dict[int, str]:
        """What was said to which date."""
        return {int(name[1:]): fit for name, fit in self.cleaned_data.items() if name != "comment" and fit}


class ChooseForm(forms.Form):
    """The date it becomes, and whether a session is planned on it."""

    option: Any = forms.ModelChoiceField(queryset=None)
    session = forms.BooleanField(required=False)

    def __init__(self, *args: Any, poll: Poll, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["option"]
        field.queryset = poll.options.all()
