"""What a marked passage says, in words: for lists, pages and the search."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.alliance.models import Mark
from deele.directory.enums import TargetGroup
from deele.office.enums import Theme
from deele.search.rules import joined, stems

THEME_LABELS = dict(Theme.choices)
GROUP_LABELS = dict(TargetGroup.choices)


def searchable(mark: Mark) -> str:
    """The stems of its words, its kind and its themes, each between blanks, so that one can be looked for alone."""
    text = " ".join([mark.quote, mark.kind_label, *labels(mark.themes, THEME_LABELS), mark.availability])
    return f" {' '.join(dict.fromkeys([*stems(text), *joined(text)]))} "


def labels(keys: list[str], known: Mapping[str, Any]) -> list[str]:
    """Keys in words; keys nobody knows any more are left out."""
    return [str(known[key]) for key in keys if key in known]


def themes(mark: Mark) -> str:
    """Its themes in one line."""
    return ", ".join(labels(mark.themes, THEME_LABELS))


def groups(mark: Mark) -> str:
    """Its target groups in one line."""
    return ", ".join(labels(mark.groups, GROUP_LABELS))


def where(mark: Mark) -> str:
    """Where it holds, in one line; its places must be at hand."""
    if mark.everywhere:
        return _("the whole state")
    return ", ".join(str(place) for place in mark.places.all())


def when(mark: Mark) -> str:
    """When it is to be had, in one line."""
    day = [
        _("from %(day)s") % {"day": written(mark.available_from)} if mark.available_from else "",
        _("until %(day)s") % {"day": written(mark.available_until)} if mark.available_until else "",
    ]
    return ", ".join(part for part in (mark.availability, " ".join(filter(None, day))) if part)


def written(day: date | None) -> str:
    """A day in words."""
    return date_format(day, "j. F Y") if day else ""


def facts(mark: Mark) -> list[dict[str, str]]:
    """What was said about a passage, without whom to ask."""
    rows = [
        (_("Themes"), themes(mark)), (_("Where"), where(mark)), (_("For whom"), groups(mark)), (_("When"), when(mark)),
        (_("Getting in touch"), str(mark.get_contact_way_display())),
    ]  # fmt: skip
    return [{"label": label, "value": value} for label, value in rows if value]
