"""What a programme says, in words: shares, amounts, terms, how old our knowledge is."""

from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.core.amounts import round_euros
from deele.funding.enums import Applicant, Opening, Purpose, Standing, Support
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.models.programme import titles
from deele.funding.rules import standing as rules
from deele.funding.rules import terms

LISTS: dict[str, type[TextChoices]] = {
    "purposes": Purpose,
    "supports": Support,
    "applicants": Applicant,
    "excluded": Applicant,
}
SUMS = ("amount_min", "amount_max")
SHARES = ("quota", "quota_special", "quota_special_for")


def day(value: date | None) -> str:
    """A day as people write it; empty for None."""
    return date_format(value, "j. F Y") if value else ""


def share(version: ProgrammeVersion) -> str:
    """The share of the costs it gives at most; empty where nothing is known."""
    if version.quota is None and version.quota_special is None:
        return ""
    if version.quota_special is None or version.quota is None:
        return _("up to %(share)s %% of the costs") % {"share": version.quota_max}
    return _("up to %(share)s %% of the costs; up to %(special)s %% for %(what)s") % {
        "share": version.quota, "special": version.quota_special, "what": version.quota_special_for or "–",
    }  # fmt: skip


def amount(version: ProgrammeVersion) -> str:
    """How much money there is, with the note; empty where nothing is known."""
    parts = []
    if version.amount_max is not None:
        parts.append(_("up to %(sum)s") % {"sum": round_euros(version.amount_max)})
    if version.amount_min is not None:
        parts.append(_("at least %(sum)s") % {"sum": round_euros(version.amount_min)})
    words = ", ".join(parts)
    return f"{words} ({version.amount_note})" if words and version.amount_note else words or version.amount_note


def duration(version: ProgrammeVersion) -> str:
    """How long it pays."""
    months = version.term_months
    return ngettext("%(n)s month", "%(n)s months", months) % {"n": months} if months else ""


def validity(version: ProgrammeVersion) -> str:
    """From when to when a version holds."""
    if version.valid_until is None:
        return _("since %(day)s") % {"day": day(version.valid_from)}
    return _("%(begin)s to %(end)s") % {"begin": day(version.valid_from), "end": day(version.valid_until)}


def check(version: ProgrammeVersion, programme: Programme, today: date) -> tuple[Standing, str]:
    """How old our knowledge is, and the sentence that stands beside it."""
    found = rules.standing(version.checked_on, programme.check_days, today)
    if found == Standing.FRESH:
        return found, _("checked on %(day)s") % {"day": day(version.checked_on)}
    if found == Standing.OLD:
        return found, _("last checked on %(day)s") % {"day": day(version.checked_on)}
    return found, _("not checked by the office yet")


def warning(version: ProgrammeVersion, programme: Programme, today: date) -> str:
    """The first line where our knowledge is too old to rely on; empty where it is fresh."""
    found = rules.standing(version.checked_on, programme.check_days, today)
    if found == Standing.FRESH:
        return ""
    if found == Standing.OLD:
        days = (today - version.checked_on).days  # type: ignore[operator]  # a date, or it were not old
        return _(
            "We last checked this on %(day)s, %(days)s days ago. Deadlines and amounts may have changed: please ask "
            "the giver before you rely on them."
        ) % {"day": day(version.checked_on), "days": days}
    as_of = version.as_of_in_words
    known = _("It shows what was known as of %(as_of)s.") % {"as_of": as_of} if as_of else ""
    text = _("The office has not checked this yet. Please ask the giver before you rely on it.")
    return f"{text} {known}".strip()


def opening(found: Opening, following: Round | None) -> str:
    """Whether one can apply, in a few words with the day that matters."""
    if found == Opening.OPEN and following is not None:
        return _("open until %(day)s") % {"day": day(following.deadline)}
    if found == Opening.LATER and following is not None and following.opens_on:
        return _("opens on %(day)s") % {"day": day(following.opens_on)}
    if found == Opening.CLOSED:
        return _("no deadline known at present")
    return str(found.label)


def changes(before: Any, after: Any) -> list[dict[str, str]]:
    """What a new version changed: label, before, after, in words; the day it begins is not one of them.

    The fields that make up the share are one line, and so are those of the amount.
    """
    changed = {change.name: change for change in terms.differences(before, after) if change.name != "valid_from"}
    found = []
    for title, names, worded in ((_("Share"), SHARES, share), (_("Amount"), SUMS, amount)):
        if not changed.keys().isdisjoint(names):
            found.append({"label": title, "before": worded(before) or "–", "after": worded(after) or "–"})
    for name, change in changed.items():
        if name not in (*SHARES, *SUMS):
            found.append(
                {"label": label(name), "before": shown(name, change.before), "after": shown(name, change.after)}
            )
    return found


def label(name: str) -> str:
    """A field as people read it, with a capital."""
    text = str(ProgrammeVersion._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a field of our own
    return text[:1].upper() + text[1:]


def shown(name: str, value: Any) -> str:
    """One value in words."""
    if value in (None, "", []):
        return "–"
    if name in LISTS:
        return ", ".join(titles(LISTS[name], value))
    return str(value)
