"""The life of a working group as a table of allowed moves (domain §9.7)."""

from dataclasses import dataclass

from deele.groups.enums import State

S = State


@dataclass(frozen=True)
class Move:
    """One allowed move: by the office always, by the lead of the group where it says so."""

    source: State
    target: State
    by_lead: bool = False
    reason_needed: bool = False


MOVES = (
    Move(S.PROPOSED, S.SET_UP),
    Move(S.PROPOSED, S.ENDED, by_lead=True, reason_needed=True),
    Move(S.SET_UP, S.ACTIVE, by_lead=True),
    Move(S.SET_UP, S.ENDED, reason_needed=True),
    Move(S.ACTIVE, S.ENDED, by_lead=True, reason_needed=True),
    Move(S.ENDED, S.ACTIVE, reason_needed=True),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((State(source), State(target)))


def possible(state: str, *, office: bool) -> list[Move]:
    """The moves from here for the office, or for the lead of the group."""
    return [move for move in MOVES if move.source == state and (office or move.by_lead)]
