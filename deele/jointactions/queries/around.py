"""Stops near a place."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from deele.core import geo
from deele.jointactions.enums import PUBLIC_STATES
from deele.jointactions.models import TourStop
from deele.jointactions.queries import words
from deele.places.models import Place

NEAR_KM, SHOWN = 25, 5


def coming(today: date) -> QuerySet[TourStop]:
    """Stops of public actions that are not over."""
    rows = TourStop.objects.filter(action__is_public=True, action__state__in=PUBLIC_STATES)
    to_come = Q(ends__gte=today) | Q(ends=None, begins__gte=today)
    return rows.filter(to_come).exclude(action__state="abgesagt").select_related("action", "place__parent")


def at_place(place: Place, today: date) -> list[dict[str, Any]]:
    """The next stops there and within some kilometres. One query."""
    rows = coming(today)
    here = Q(place=place)
    if place.lat is not None and place.lon is not None:
        box = geo.box_around(place.lat, place.lon, NEAR_KM)
        here |= Q(place__lat__range=(box.south, box.north), place__lon__range=(box.west, box.east))
    return [{"stop": stop, "when": words.when_at(stop), "place": str(stop.place)} for stop in rows.filter(here)[:SHOWN]]
