"""Days of an event: when one is over, and the times of our clock that do not exist or exist twice."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Protocol

from django.utils import timezone

from deele.core.dates import Precision

ONE_SECOND = timedelta(seconds=1)


class Timed(Protocol):
    """What has a beginning and perhaps an end."""

    starts_at: datetime
    ends_at: datetime | None
    precision: str


class NoSuchTime(ValueError):
    """The clock jumps over this time, or shows it twice, on the night it is put forward or back."""


def here(day: date, at: time | None = None) -> datetime:
    """The moment our clock shows this. Raises NoSuchTime."""
    moment = timezone.make_aware(datetime.combine(day, at or time.min))
    if moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset():
        raise NoSuchTime(f"{moment:%d.%m.%Y %H:%M} is not one moment of our clock")
    return moment


def end_of(day: Timed) -> datetime:
    """When it is over: its end, or the last second of the day, month or year that is known."""
    if day.ends_at is not None:
        return day.ends_at
    starts = timezone.localtime(day.starts_at).date()
    if day.precision == Precision.YEAR:
        after = date(starts.year + 1, 1, 1)
    elif day.precision == Precision.MONTH:
        after = date(starts.year + starts.month // 12, starts.month % 12 + 1, 1)
    else:
        after = starts + timedelta(days=1)
    return timezone.make_aware(datetime.combine(after, time.min)) - ONE_SECOND


def span(days: Iterable[Timed]) -> tuple[datetime | None, datetime | None]:
    """Beginning of the first and end of the last day."""
    found = list(days)
    if not found:
        return None, None
    return min(day.starts_at for day in found), max(end_of(day) for day in found)


def shifted(moment: datetime, days: int) -> datetime:
    """The same time of our clock so many days later, across its changes too."""
    local = timezone.localtime(moment)
    return timezone.make_aware(datetime.combine(local.date() + timedelta(days=days), local.time()))
