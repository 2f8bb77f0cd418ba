"""Notices around a place."""

from deele.notices.models import Notice, Reach
from deele.notices.queries import public
from deele.places.models import Place

SHOWN, NEAR_KM = 4, 25


def at_place(place: Place) -> list[Notice]:
    """The newest public notices whose reach touches the place. Three queries."""
    near = Reach.objects.filter(public.touching(place, 0)).values("notice")
    rows = Notice.objects.public().filter(pk__in=near).prefetch_related("reaches__place")
    return list(rows[:SHOWN])


def card(notice: Notice) -> dict[str, str]:
    """A notice in a short list."""
    return public.card(notice)
