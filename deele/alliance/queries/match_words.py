"""Why a need and an offer fit, in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.alliance.enums.marks import KIND_LABELS
from deele.alliance.models import Match
from deele.alliance.queries.mark_words import GROUP_LABELS, THEME_LABELS, labels
from deele.places import queries as places


def reasons(match: Match) -> list[str]:
    """The stored reasons as sentences; one nobody knows any more is left out."""
    return [text for key, *values in match.reasons if (text := sentence(key, values))]


def sentence(key: str, values: list[str]) -> str:
    """One reason."""
    if key == "kinds":
        words = {"need": KIND_LABELS.get(values[0], ""), "offer": KIND_LABELS.get(values[1], "")}
        return _("Sought: %(need)s. Offered: %(offer)s.") % words
    if key == "themes":
        return _("Both: %(themes)s.") % {"themes": ", ".join(labels(values, THEME_LABELS))}
    if key == "groups":
        return _("For the same people: %(groups)s.") % {"groups": ", ".join(labels(values, GROUP_LABELS))}
    if key == "place":
        place = places.by_key(values[0])
        return _("Both hold here: %(place)s.") % {"place": place} if place else ""
    if key == "everywhere":
        return _("One of the two holds in the whole state.")
    return time(*values) if key == "time" else ""


def time(begins: str, ends: str) -> str:
    """The days both can."""
    if begins and ends:
        return _("Possible from %(begins)s until %(ends)s.") % {"begins": day(begins), "ends": day(ends)}
    return (
        _("Possible from %(day)s.") % {"day": day(begins)}
        if begins
        else _("Possible until %(day)s.") % {"day": day(ends)}
    )


def day(text: str) -> str:
    """A stored day in words."""
    return date_format(date.fromisoformat(text), "j. F Y")
