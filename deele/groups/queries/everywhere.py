"""What of groups the search of the whole website shows: asked of the tables, so that what was taken back is gone."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format

from deele.core.text import fold
from deele.groups.models import Decision, Session, WorkingGroup
from deele.groups.queries import decisions
from deele.groups.rules import decision_search

MOST = 200  # sessions to come that are looked through


def public(refs: Iterable[str]) -> set[str]:
    """Which of these groups everybody may see now."""
    numbers = [int(ref) for ref in refs if ref.isascii() and ref.isdigit()]
    return {str(pk) for pk in WorkingGroup.objects.public().filter(pk__in=numbers).values_list("pk", flat=True)}


def decided(text: str, limit: int) -> list[dict[str, str]]:
    """Released decisions with all these words, the newest first; nobody is named."""
    if not decision_search.asked(text):
        return []
    rows = decisions.narrowed(Decision.objects.public(), {"q": text}).order_by("-decided_on", "-pk")[:limit]
    return [
        {"title": row.item.text, "url": row.get_absolute_url(), "line": f"{row}, {row.group}, {day(row)}"}
        for row in rows
    ]


def day(row: Decision) -> str:
    """When it was decided."""
    return date_format(row.decided_on, "j. F Y")


def meeting(text: str, now: datetime, limit: int) -> list[dict[str, str]]:
    """Public sessions to come whose title, group or place hold all these words, the next one first."""
    words = fold(text).split()
    rows = Session.objects.public().coming(now).select_related("group")[:MOST] if words else []
    found = [row for row in rows if all(word in fold(f"{row} {row.group} {row.place}") for word in words)]
    return [
        {"title": str(row), "url": row.get_absolute_url(), "line": f"{row.group}, {row.when}"} for row in found[:limit]
    ]
