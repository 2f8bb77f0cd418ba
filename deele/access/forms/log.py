"""Filters of the log; they stand in the address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declared
from deele.audit.queries import Wanted


def day_field(label: Any) -> forms.DateField:
    """A day, as the browser's own calendar gives it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(required=False, label=label, widget=widget)


class LogFilter(forms.Form):
    """All filters may be combined; an unreadable one is named and left out."""

    actor = forms.CharField(required=False, max_length=200, label=_("Who"))
    event = forms.ChoiceField(required=False, label=_("What"))
    about = forms.CharField(required=False, max_length=200, label=_("About"))
    since = day_field(_("From"))
    until = day_field(_("Until"))
    looked_only = forms.BooleanField(required=False, label=_("Only who looked at sensitive records"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        words = {"actor": "…", "about": "…"}
        keys = [(event.key, str(event.sentence) % words) for event in declared]
        self.fields["event"].choices = [("", _("everything")), *keys]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            raise ValidationError(_("The period ends before it begins. Please exchange the two days."))
        return cleaned

    def wanted(self) -> Wanted:
        """What to show; only filters that could be read count."""
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
