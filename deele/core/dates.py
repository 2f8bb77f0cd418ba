"""German dates as people write them: "3.5.2024", "Mai 2024", "2024", "2024-05-03"; and back into words."""

import re
from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils import formats
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "tag", _("day")
    MONTH = "monat", _("month")
    YEAR = "jahr", _("year")


class PartialDate(NamedTuple):
    """A date with its precision; of a month or a year the first day stands for the whole."""

    day: date
    precision: Precision

    def __str__(self) -> str:
        return in_words(self.day, self.precision)


class BadDate(ValueError):
    """The text is no date."""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan jänner", "februar feb", "märz mär mrz maerz", "april apr", "mai", "juni jun", "juli jul",
            "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
LEAD = re.compile(r"^(?:seit|ab|stand:?|im|am|in|anfang|mitte|ende|ca\.?)\s+", re.IGNORECASE)
# Each shape names the groups it holds; the two-digit year is read as 19xx or 20xx by `_year`.
SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"^(?P<year>\d{4})$",
        r"^(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?:[T ]\d{2}:\d{2}.*)?$",
        r"^(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})$",
        r"^(?P<month>\d{1,2})[./](?P<year>\d{4})$",
        r"^(?:(?P<day>\d{1,2})\.\s?)?(?P<month>[a-zä]{3,9})\.?\s(?P<year>\d{4})$",
    )
)
PIVOT = 70  # two-digit years: 70 is 1970, 69 is 2069 (POSIX strptime)


def parse(text: str) -> PartialDate:
    """Read what a person wrote. Raises BadDate; years outside 1000 to 2199 are taken for slips."""
    plain = LEAD.sub("", text.strip())
    for shape in SHAPES:
        if found := shape.match(plain):
            return _built(text, **found.groupdict())
    raise BadDate(f"{text!r} is no date")


def _built(text: str, year: str, month: str | None = None, day: str | None = None) -> PartialDate:
    number = MONTHS.get(month.lower()) if month and not month.isdigit() else int(month or 1)
    full_year = _year(year)
    if number is None or not 1000 <= full_year < 2200:
        raise BadDate(f"{text!r} is no date")
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    try:
        return PartialDate(date(full_year, number, int(day or 1)), precision)
    except ValueError as error:
        raise BadDate(f"{text!r} is no day of the calendar") from error


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) >= PIVOT else 2000)


def in_words(day: date | None, precision: str = Precision.DAY) -> str:
    """The date in the reader's language, no finer than it is known; empty for None."""
    if day is None:
        return ""
    if precision == Precision.YEAR:
        return str(day.year)
    return str(formats.date_format(day, "YEAR_MONTH_FORMAT" if precision == Precision.MONTH else "DATE_FORMAT"))
