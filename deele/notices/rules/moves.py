"""The life of a notice as a table of allowed moves (domain §9.2), and how long it holds."""

from dataclasses import dataclass
from datetime import date, timedelta

from deele.notices.enums import ENDED_STATES, LIVE_STATES, KindKey, State
from deele.notices.rules.kinds import MONTH, kind

S = State
ASK_BEFORE, ASK_BEFORE_SHORT = timedelta(days=14), timedelta(days=7)
DRAFT_DAYS, KEPT_DAYS = 30, 182


@dataclass(frozen=True)
class Move:
    """One allowed move. Who may make it: the person through the link, the office, or time itself (neither)."""

    source: State
    target: State
    by_person: bool = False
    by_office: bool = False
    reason_needed: bool = False


def both(source: State, target: State) -> Move:
    """A move that person and office may make."""
    return Move(source, target, by_person=True, by_office=True)


MOVES = (
    Move(S.DRAFT, S.SUBMITTED, by_person=True),
    Move(S.DRAFT, S.WITHDRAWN, by_person=True, by_office=True),
    Move(S.SUBMITTED, S.ACTIVE, by_office=True),
    Move(S.SUBMITTED, S.REFUSED, by_office=True, reason_needed=True),
    both(S.SUBMITTED, S.WITHDRAWN),
    Move(S.REFUSED, S.SUBMITTED, by_person=True, by_office=True),
    both(S.REFUSED, S.WITHDRAWN),
    both(S.ACTIVE, S.PAUSED),
    both(S.PAUSED, S.ACTIVE),
    Move(S.ACTIVE, S.RENEWAL),
    both(S.RENEWAL, S.ACTIVE),
    both(S.RENEWAL, S.PAUSED),
    Move(S.RENEWAL, S.EXPIRED),
    Move(S.PAUSED, S.EXPIRED),
    both(S.EXPIRED, S.ACTIVE),
    *(both(source, S.FULFILLED) for source in (S.ACTIVE, S.RENEWAL, S.PAUSED, S.EXPIRED)),
    *(both(source, S.WITHDRAWN) for source in (S.ACTIVE, S.RENEWAL, S.PAUSED, S.EXPIRED, S.FULFILLED)),
    *(
        Move(source, S.BLOCKED, by_office=True, reason_needed=True)
        for source in (S.SUBMITTED, S.ACTIVE, S.RENEWAL, S.PAUSED, S.EXPIRED)
    ),
    Move(S.BLOCKED, S.SUBMITTED, by_office=True),
    both(S.BLOCKED, S.WITHDRAWN),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((State(source), State(target)))


def expiry(key: str, today: date) -> date:
    """The last day a notice holds when it is published or renewed today."""
    return today + timedelta(days=kind(key).days)


def ask_on(key: str, expires_on: date) -> date:
    """The day from which the person is asked whether it still holds."""
    return expires_on - (ASK_BEFORE_SHORT if kind(key).days <= MONTH else ASK_BEFORE)


def is_live(state: str) -> bool:
    """Whether it takes part: shown, matched, reachable."""
    return state in LIVE_STATES


def is_ended(state: str) -> bool:
    """Whether it takes part no more."""
    return state in ENDED_STATES


def short_kinds() -> list[str]:
    """Kinds that hold for a month only."""
    return [key for key in KindKey if kind(key).days <= MONTH]
