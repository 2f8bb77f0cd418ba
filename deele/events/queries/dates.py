"""Days and times of events in words."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.core import dates
from deele.core.dates import Precision
from deele.events.models import Day


def day_in_words(day: Day) -> str:
    """ "Donnerstag, 25. Mai 2027, 10:00 bis 17:30 Uhr"; no finer than it is known."""
    starts = timezone.localtime(day.starts_at)
    if day.precision != Precision.DAY:
        return dates.in_words(starts.date(), day.precision)
    ends = timezone.localtime(day.ends_at) if day.ends_at else None
    first = date_format(starts, "l, j. F Y")
    if ends and ends.date() != starts.date():
        last = date_format(ends, "l, j. F Y")
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return f"{first}, {times(starts, ends)}" if day.has_time else first


def times(starts: datetime, ends: datetime | None) -> str:
    """ "10:00 bis 17:30 Uhr" """
    if ends is None or ends == starts:
        return _("%(time)s o'clock") % {"time": date_format(starts, "TIME_FORMAT")}
    words = {"from": date_format(starts, "TIME_FORMAT"), "until": date_format(ends, "TIME_FORMAT")}
    return _("%(from)s to %(until)s o'clock") % words


def moment_in_words(moment: datetime) -> str:
    """ "3. Mai 2027, 18:00 Uhr" """
    return _("%(time)s o'clock") % {"time": date_format(timezone.localtime(moment), "j. F Y, H:i")}
