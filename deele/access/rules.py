"""The one question everywhere: may this person do this, here?"""

from datetime import date
from typing import Any

from django.utils import timezone

from deele.access.enums import ROLES, Permission

EVERYWHERE = None


def powers(user: Any, day: date | None = None) -> dict[Permission, set[int | None]]:
    """What the person may do and where: permission → ids of areas, None standing for everywhere.

    Kept on the user object for the length of a request.
    """
    if not user.is_authenticated or not user.is_active:
        return {}
    day = day or timezone.localdate()
    kept = user.__dict__.get("_powers")
    if kept and kept[0] == day:
        return kept[1]
    found: dict[Permission, set[int | None]] = {}
    for role, area_id in user.grants.valid_on(day).values_list("role", "area_id"):
        for permission in ROLES[role].permissions:
            found.setdefault(permission, set()).add(area_id)
    user._powers = (day, found)
    return found


def can(user: Any, permission: Permission, *, area_id: int | None = None, day: date | None = None) -> bool:
    """Whether the person may do this; `area_id` asks for one area of work.

    A grant for one area answers yes to the question without an area, as the door to the room; what
    stands in the room is filtered by `areas_of`.
    """
    where = powers(user, day).get(permission, set())
    return bool(where) if area_id is None else (EVERYWHERE in where or area_id in where)


def areas_of(user: Any, permission: Permission, day: date | None = None) -> set[int] | None:
    """The areas the person may do this in; None means all of them."""
    where = powers(user, day).get(permission, set())
    return None if EVERYWHERE in where else {area for area in where if area is not None}
