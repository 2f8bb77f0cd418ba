"""The register of decisions: what somebody may see, narrowed by words, level, year and group."""

from typing import Any

from django.db.models import QuerySet

from deele.groups.models import Decision
from deele.groups.rules import decision_search


def with_facts(rows: Any) -> QuerySet[Decision]:
    """With everything a list shows."""
    return rows.select_related("group", "item__session__group", "item__seat__delegate__membership", "item__agenda_item")


def narrowed(rows: Any, given: dict[str, Any]) -> QuerySet[Decision]:
    """Those that fit. Every word has to be there, in whatever form; a part of a longer word is enough."""
    for token in decision_search.asked(given.get("q") or ""):
        rows = rows.filter(stems__contains=token)
    if given.get("level"):
        rows = rows.filter(item__level=given["level"])
    if given.get("year"):
        rows = rows.filter(year=int(given["year"]))
    if given.get("group"):
        rows = rows.filter(group=given["group"])
    return with_facts(rows)
