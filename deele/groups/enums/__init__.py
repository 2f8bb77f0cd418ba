"""The words of working groups. A module a subject."""

from deele.groups.enums.events import (
    FILE_KEPT,
    FILE_REMOVED,
    GROUP_CHANGED,
    GROUP_MADE,
    GROUP_MOVED,
    LETTER_SENT,
    POLL_CALLED_OFF,
    POLL_DECIDED,
    POLL_OPENED,
    SEAT_CHANGED,
    SEAT_ENDED,
    SEAT_GIVEN,
    WISH_ANSWERED,
    WISH_MADE,
)
from deele.groups.enums.groups import ACTIVE_STATES, Role, State, WishState
from deele.groups.enums.polls import Fit, PollState

__all__ = [
    "ACTIVE_STATES",
    "FILE_KEPT",
    "FILE_REMOVED",
    "GROUP_CHANGED",
    "GROUP_MADE",
    "GROUP_MOVED",
    "LETTER_SENT",
    "POLL_CALLED_OFF",
    "POLL_DECIDED",
    "POLL_OPENED",
    "SEAT_CHANGED",
    "SEAT_ENDED",
    "SEAT_GIVEN",
    "WISH_ANSWERED",
    "WISH_MADE",
    "Fit",
    "PollState",
    "Role",
    "State",
    "WishState",
]
