"""The life of an event as a table of moves (domain §9.5), and who may make each."""

from typing import Any, NamedTuple

from deele.access import rules as access
from deele.access.enums import Permission
from deele.events.enums import State

S = State


class Move(NamedTuple):
    """One allowed move. `asks_reason`: registered people read the reason; `tells`: they all get a mail."""

    source: State
    target: State
    asks_reason: bool = False
    tells: bool = False


MOVES = (
    Move(S.IDEA, S.PLANNED),
    Move(S.PLANNED, S.IDEA),
    Move(S.PLANNED, S.ANNOUNCED),
    Move(S.PLANNED, S.OPEN),
    Move(S.ANNOUNCED, S.PLANNED),
    Move(S.ANNOUNCED, S.OPEN),
    Move(S.ANNOUNCED, S.HELD),
    Move(S.OPEN, S.CLOSED),
    Move(S.CLOSED, S.OPEN),
    Move(S.OPEN, S.HELD),
    Move(S.CLOSED, S.HELD),
    Move(S.HELD, S.DOCUMENTED),
    Move(S.DOCUMENTED, S.HELD),
    Move(S.DOCUMENTED, S.SETTLED),
    Move(S.HELD, S.SETTLED),
    Move(S.SETTLED, S.HELD),
    *(Move(state, S.CALLED_OFF, asks_reason=True, tells=True) for state in (S.ANNOUNCED, S.OPEN, S.CLOSED)),
    *(Move(state, S.POSTPONED, asks_reason=True, tells=True) for state in (S.ANNOUNCED, S.OPEN, S.CLOSED)),
    Move(S.POSTPONED, S.ANNOUNCED),
    Move(S.POSTPONED, S.OPEN),
    Move(S.POSTPONED, S.CALLED_OFF, asks_reason=True, tells=True),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((State(source), State(target)))


def moves_from(source: str) -> list[Move]:
    """What can become of an event in this state."""
    return [one for one in MOVES if one.source == source]


def can_edit_event(user: Any, event: Any) -> bool:
    """Events without an area of work belong to everybody who plans events."""
    return access.can(user, Permission.EVENT_EDIT, area_id=event.area_id)


def can_work_on_registrations(user: Any, event: Any) -> bool:
    """Names and addresses are for those who look after the registrations of this area of work."""
    return access.can(user, Permission.REGISTRATION_WORK, area_id=event.area_id)
