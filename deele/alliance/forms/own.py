"""Short forms of the members' own pages."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.forms.fields import text_area

LONGEST_PAUSE = timedelta(days=366)


class MuteForm(forms.Form):
    """Until when no mails go out; empty: they do."""

    until = forms.DateField(
        label=gettext_lazy("No mails until"), required=False,
        help_text=gettext_lazy("Empty: you get mails. What is assigned to you stands on your pages in any case."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        today = timezone.localdate()
        if until and not today <= until <= today + LONGEST_PAUSE:
            raise forms.ValidationError(_("Please choose a day from today on, at most a year ahead."))
        return until


class LeaveForm(forms.Form):
    """Why, if one likes to say."""

    reason = text_area(
        gettext_lazy("Would you tell us why?"), rows=3, max_length=300,
        help_text=gettext_lazy("Only the office reads this."),
    )  # fmt: skip
