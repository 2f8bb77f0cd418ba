"""How old a public fact is: confirmed by whom, when, and in which way. Never equal to `updated_at`."""

from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

DAYS_A_MONTH = 30.44
MONTHS_A_YEAR = 12


class Method(models.TextChoices):
    """How a fact was confirmed."""

    NONE = "keine", gettext_lazy("not confirmed")
    MAIL_LINK = "mail_link", gettext_lazy("by the people themselves, from a mail link")
    PHONE = "telefon", gettext_lazy("by telephone")
    VISIT = "besuch", gettext_lazy("by a visit")
    STAFF = "buero", gettext_lazy("by the office")
    IMPORT = "import", gettext_lazy("taken over from a source")


class Verified(models.Model):
    """Mixin for public facts. `verified_by` is a name or a role, kept as it was at the time."""

    verified_at = models.DateTimeField(gettext_lazy("confirmed at"), null=True, blank=True)
    verified_by = models.CharField(gettext_lazy("confirmed by"), max_length=120, blank=True)
    verification_method = models.CharField(
        gettext_lazy("way of confirmation"), max_length=10, choices=Method.choices, default=Method.NONE
    )

    class Meta:
        abstract = True

    def confirm(self, *, method: Method, by: str, now: datetime) -> None:
        """Mark the facts as true at this moment; does not save."""
        self.verified_at, self.verified_by, self.verification_method = now, by, method


def as_day(moment: date | datetime | None) -> date | None:
    """The local day of a date or an instant."""
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


def months_between(day: date, today: date) -> int:
    """Whole calendar months from `day` to `today`; 0 when `day` lies ahead."""
    months = (today.year - day.year) * MONTHS_A_YEAR + today.month - day.month
    return max(0, months - (today.day < day.day))


def age_in_words(day: date | datetime | None, today: date) -> str:
    """“confirmed 3 months ago”, “not yet confirmed”: what stands beside every public fact."""
    known = as_day(day)
    if known is None:
        return _("not yet confirmed")
    days = (today - known).days
    if days <= 0:
        return _("confirmed today")
    if days < DAYS_A_MONTH:
        return ngettext("confirmed yesterday", "confirmed %(number)s days ago", days) % {"number": days}
    months = max(1, months_between(known, today))
    if months < 2 * MONTHS_A_YEAR:
        return ngettext("confirmed a month ago", "confirmed %(number)s months ago", months) % {"number": months}
    years = months // MONTHS_A_YEAR
    return ngettext("confirmed a year ago", "confirmed %(number)s years ago", years) % {"number": years}


def is_stale(day: date | datetime | None, today: date, months: int) -> bool:
    """Whether the fact was never confirmed, or more than `months` whole months ago."""
    known = as_day(day)
    return known is None or (known < today and months_between(known, today) >= months)
