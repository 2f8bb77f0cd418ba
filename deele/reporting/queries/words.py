"""Numbers as people read them, and groups as addresses name them."""

from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from deele.core import amounts
from deele.reporting.kinds import Ask, Group, Measure, Unit

Number = float | int | None


def in_words(measure: Measure, number: Number) -> str:
    """A number with its unit; a dash where there is none."""
    if number is None:
        return "–"
    if measure.unit == Unit.SHARE:
        return f"{number_format(number * 100, 1, force_grouping=True)} %"
    if measure.unit == Unit.HOURS:
        return _("%(number)s h") % {"number": number_format(number, 1, force_grouping=True)}
    if measure.unit == Unit.EUROS:
        return amounts.euros(int(number))
    return number_format(number, 0, force_grouping=True)


def in_table(measure: Measure, number: Number) -> Number:
    """A number for a file: shares in per cent, euros instead of cents."""
    if number is None:
        return None
    scaled = number * 100 if measure.unit == Unit.SHARE else number / 100 if measure.unit == Unit.EUROS else number
    return round(scaled, 3) if isinstance(scaled, float) else scaled


def unit(measure: Measure) -> str:
    """The unit of a number in a file."""
    return {Unit.SHARE: "%", Unit.HOURS: _("hours"), Unit.EUROS: "€"}.get(measure.unit, _("number"))


def days(ask: Ask) -> str:
    """The period, short enough for the head of a column: a year, or its days."""
    if (ask.since, ask.until) == (date(ask.since.year, 1, 1), date(ask.since.year, 12, 31)):
        return str(ask.since.year)
    return f"{date_format(ask.since, 'd.m.Y')} – {date_format(ask.until, 'd.m.Y')}"


def token(group: Any) -> str:
    """A group as an address names it."""
    return "-" if group is None or group == "" else group.isoformat() if isinstance(group, date) else str(group)


def label(group: Group) -> str:
    """The words of a group."""
    return str(format_lazy("{}", group.label)) if group.label not in (None, "") else _("not told")


def total() -> str:
    """The line below the groups."""
    return pgettext("below a column of figures", "Total")
