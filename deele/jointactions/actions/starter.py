"""Takes in the joint actions that come with the house: facts with their sources, each once."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.core.ranges import Range
from deele.jointactions.actions import index
from deele.jointactions.enums import State
from deele.jointactions.models import JointAction, Material, Result, TourStop
from deele.places import queries as places

PARTS = ("stops", "results", "materials")


@transaction.atomic
def load(*, rows: list[dict[str, Any]], now: datetime) -> int:
    """Add what is missing; what the office has changed since stays as it is. Returns how many are new."""
    known = set(JointAction.objects.exclude(external_id="").values_list("external_id", flat=True))
    fresh = [row for row in rows if row["external_id"] not in known]
    for row in fresh:
        take_in(row, now)
    return len(fresh)


def take_in(row: dict[str, Any], now: datetime) -> JointAction:
    """One action with its parts. All of them are over."""
    fields = {name: value for name, value in row.items() if name not in PARTS}
    action = JointAction.objects.create(**fields, state=State.DONE, state_since=now, is_public=True, as_of=now.date())
    for stop in row.get("stops", []):
        place = places.by_key(stop["place"])
        if place is not None:  # a house of another state knows no such place
            TourStop.objects.create(action=action, **{**stop, "place": place})
    for result in row.get("results", []):
        Result.objects.create(action=action, **{**result, "value": Range.restored(result["value"])}, as_of=now.date())
    for material in row.get("materials", []):
        Material.objects.create(action=action, **material)
    index.refresh(action, now)
    return action
