"""The one question everywhere: may this person do this, here?"""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from deele.access.enums import ROLES, Permission, Role

EVERYWHERE = None


def powers(user: Any, day: date | None = None) -> dict[Permission, set[int | None]]:
    """What the person may do and where: permission → ids of areas, None standing for everywhere.

    Kept on the user object for the length of a request.
    """
    if not user.is_authenticated or not user.is_active:
        return {}
    day = day or timezone.localdate()
    kept = getattr(user, "_powers", None)  # not __dict__: request.user is a lazy wrapper
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


def roles_to_give(user: Any, *, area_id: int | None = None, day: date | None = None) -> list[Role]:
    """The roles this person may give to others, everywhere (`area_id` None) or in one area of work.

    It takes the power to give roles there, and nobody gives a power they lack there; the one exception is a
    role that the giver's own role explicitly hands on (`Role.hands_on`).
    """
    where = powers(user, day)

    def held(permission: Permission) -> bool:
        areas = where.get(permission, set())
        return EVERYWHERE in areas or (area_id is not None and area_id in areas)

    if not held(Permission.GRANT):
        return []
    grants = user.grants.valid_on(day or timezone.localdate()).filter(Q(area=None) | Q(area_id=area_id))
    handed = {key for role in grants.values_list("role", flat=True) for key in ROLES[role].hands_on}
    return [role for role in ROLES.values() if role.key in handed or all(map(held, role.permissions))]
