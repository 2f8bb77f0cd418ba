"""The words of working groups. A module a subject."""

from deele.groups.enums.events import (
    FILE_KEPT,
    FILE_REMOVED,
    GROUP_CHANGED,
    GROUP_MADE,
    GROUP_MOVED,
    SEAT_CHANGED,
    SEAT_ENDED,
    SEAT_GIVEN,
    WISH_ANSWERED,
    WISH_MADE,
)
from deele.groups.enums.groups import ACTIVE_STATES, Role, State, WishState

__all__ = [
    "ACTIVE_STATES",
    "FILE_KEPT",
    "FILE_REMOVED",
    "GROUP_CHANGED",
    "GROUP_MADE",
    "GROUP_MOVED",
    "SEAT_CHANGED",
    "SEAT_ENDED",
    "SEAT_GIVEN",
    "WISH_ANSWERED",
    "WISH_MADE",
    "Role",
    "State",
    "WishState",
]
