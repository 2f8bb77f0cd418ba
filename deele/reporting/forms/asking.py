"""Which period, which area of work: the small form above every figure. Its values are the address of the page."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.reporting.rules import periods

PRESETS = [
    (periods.YEAR, _("this year until today")),
    (periods.LAST_YEAR, _("last year")),
    (periods.QUARTER, _("this quarter until today")),
    (periods.LAST_QUARTER, _("last quarter")),
    (periods.MONTH, _("this month until today")),
    (periods.LAST_MONTH, _("last month")),
]
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Asked:
    """A period with the area of work, and the words that carry it into addresses."""

    since: date
    until: date
    area: int | None
    words: dict[str, str]

    @property
    def address(self) -> str:
        """What the next page is told."""
        return urlencode(self.words)

    @property
    def title(self) -> str:
        """The period in words."""
        return f"{date_format(self.since, 'j. F Y')} – {date_format(self.until, 'j. F Y')}"


def day(label: Any) -> forms.DateField:
    """A day."""
    attributes = {"type": "date", "min": EARLIEST.isoformat(), "max": LATEST.isoformat()}
    return forms.DateField(label=label, widget=forms.DateInput(attrs=attributes, format="%Y-%m-%d"))


class AskForm(forms.Form):
    """Days and area of work; a preset (`zeitraum`) is a link beside it. Without a word it is this year until today."""

    von = day(_("First day"))
    bis = day(_("Last day"))
    bereich = forms.TypedChoiceField(label=_("Area of work"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, areas: list[Any], today: date) -> None:
        preset = data.get("zeitraum")
        self.preset = (
            preset if preset in periods.PRESETS else "" if data.get("von") or data.get("bis") else periods.YEAR
        )
        since, until = periods.period(self.preset or periods.YEAR, today)
        given = {"von": data.get("von"), "bis": data.get("bis"), "bereich": data.get("bereich")}
        super().__init__({**given, "von": since, "bis": until} if self.preset else given)
        self.usual = since, until
        field: Any = self.fields["bereich"]
        field.choices = [("", _("all")), *((area.pk, area.name) for area in areas)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("von"), given.get("bis")
        if since and until and since > until:
            self.add_error("bis", _("The last day lies before the first. Please swap them."))
        elif since and until and (since < EARLIEST or until > LATEST):
            self.add_error("von", _("Please choose days between 1990 and 2100."))
        return given

    def asked(self) -> Asked:
        """What was asked for; this year until today where it makes no sense, and the form says why."""
        if not self.is_valid():
            return Asked(*self.usual, None, {"zeitraum": self.preset or periods.YEAR})
        given = self.cleaned_data
        days = {"von": given["von"].isoformat(), "bis": given["bis"].isoformat()}
        words = {"zeitraum": self.preset} if self.preset else days
        area = {"bereich": str(given["bereich"])} if given["bereich"] else {}
        return Asked(given["von"], given["bis"], given["bereich"], {**words, **area})

    def presets(self, asked: Asked) -> list[dict[str, Any]]:
        """The usual periods as links; the area of work stays."""
        area = {"bereich": asked.words["bereich"]} if "bereich" in asked.words else {}
        return [
            {"label": label, "url": "?" + urlencode({"zeitraum": key, **area}), "active": key == self.preset}
            for key, label in PRESETS
        ]
