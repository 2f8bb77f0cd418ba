"""Deadlines ahead: for the desk, the newsletter, calendars, and plans."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from deele.funding.models import Round

RELATED = ("programme_version__programme",)


def public() -> QuerySet[Round]:
    """Rounds of programmes on the website."""
    return Round.objects.filter(programme_version__programme__is_public=True).select_related(*RELATED)


def ahead(today: date, until: date | None = None) -> QuerySet[Round]:
    """Public deadlines from today on, the soonest first."""
    found = public().filter(deadline__gte=today)
    if until is not None:
        found = found.filter(deadline__lte=until)
    return found.order_by("deadline", "pk")


def by_pks(pks: Iterable[int]) -> QuerySet[Round]:
    """Public rounds with these numbers."""
    return public().filter(pk__in=list(pks)).order_by("deadline", "pk")
