"""Periods people ask for, reckoned from today. No database."""

from datetime import date, timedelta

YEAR, LAST_YEAR = "dieses-jahr", "letztes-jahr"
QUARTER, LAST_QUARTER = "dieses-quartal", "letztes-quartal"
MONTH, LAST_MONTH = "dieser-monat", "letzter-monat"
PRESETS = (YEAR, LAST_YEAR, QUARTER, LAST_QUARTER, MONTH, LAST_MONTH)
Period = tuple[date, date]  # first and last day, both inside


def period(preset: str, today: date) -> Period:
    """The days of a preset; what still runs ends today, so that the years before are cut at the same day."""
    since, until = _whole(preset, today)
    return since, min(until, today)


def finished_years(today: date, number: int = 5) -> list[int]:
    """The calendar years that are over, the newest first."""
    return list(range(today.year - 1, today.year - 1 - number, -1))


def year(number: int) -> Period:
    """A calendar year."""
    return date(number, 1, 1), date(number, 12, 31)


def _whole(preset: str, today: date) -> Period:
    if preset in (YEAR, LAST_YEAR):
        return year(today.year - (preset == LAST_YEAR))
    months = 3 if preset in (QUARTER, LAST_QUARTER) else 1
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    if preset in (LAST_QUARTER, LAST_MONTH):
        return _months_before(first, months), first - timedelta(days=1)
    return first, _months_before(first, -months) - timedelta(days=1)


def _months_before(first: date, number: int) -> date:
    """The first of a month so many months before; negative ones lie ahead."""
    years, month = divmod(first.year * 12 + first.month - 1 - number, 12)
    return date(years, month + 1, 1)
