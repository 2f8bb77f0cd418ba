"""The life of a case as a table of allowed moves (domain §9.3), and how long its words are kept. No database."""

from dataclasses import dataclass
from datetime import date, timedelta

from deele.advice.enums import CaseState

S = CaseState
OPEN_STATES = (S.RECEIVED, S.ACCEPTED, S.WORKING, S.CLIENT, S.OTHERS, S.BEGUN, S.REOPENED)
WAITING_STATES = (S.CLIENT, S.OTHERS)
ENDED_STATES = (S.CLOSED, S.FORWARDED, S.NO_ADVICE)


@dataclass(frozen=True)
class Move:
    """One allowed move. `by_house`: nobody presses a button for it. What it takes: a reason, results."""

    source: CaseState
    target: CaseState
    by_house: bool = False
    reason_needed: bool = False
    results_needed: bool = False


AT_WORK = (S.ACCEPTED, S.WORKING, S.CLIENT, S.OTHERS, S.REOPENED)
MOVES = (
    Move(S.RECEIVED, S.ACCEPTED),
    *(Move(one, S.WORKING) for one in (S.ACCEPTED, S.CLIENT, S.OTHERS, S.REOPENED, S.BEGUN)),
    *(Move(one, S.CLIENT) for one in AT_WORK if one != S.CLIENT),
    *(Move(one, S.OTHERS) for one in AT_WORK if one != S.OTHERS),
    *(Move(one, S.BEGUN) for one in AT_WORK),
    *(Move(one, S.CLOSED, results_needed=True) for one in (*AT_WORK, S.BEGUN)),
    *(Move(one, S.FORWARDED, reason_needed=True) for one in (S.RECEIVED, *AT_WORK)),
    *(Move(one, S.NO_ADVICE, reason_needed=True) for one in (S.RECEIVED, S.ACCEPTED)),
    *(Move(one, S.REOPENED, reason_needed=True) for one in ENDED_STATES),
    *(Move(one, S.ANONYMOUS, by_house=True) for one in S if one != S.ANONYMOUS),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}

# Days until the words of an ended case are erased; figures stay. Named cases that nobody ended have no day: they
# stand on the list of overdue cases instead.
KEPT_DAYS = {S.CLOSED: 730, S.FORWARDED: 180, S.NO_ADVICE: 30}
OPENED_FOR = timedelta(minutes=60)  # a case that was opened with a reason
ACCEPT_WITHIN = 2  # working days, domain §9.3


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((CaseState(source), CaseState(target)))


def moves_from(source: str) -> list[Move]:
    """What a person may do next, in the order of the table."""
    return [one for one in MOVES if one.source == source and not one.by_house]


def erase_on(state: str, day: date) -> date | None:
    """The day on which the words of a case that came into this state are erased; None while it is open."""
    days = KEPT_DAYS.get(CaseState(state))
    return None if days is None else day + timedelta(days=days)
