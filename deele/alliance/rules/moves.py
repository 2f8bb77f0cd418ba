"""The life of a membership as a table of allowed moves (domain §9.7)."""

from dataclasses import dataclass

from deele.alliance.enums import State

S = State
REVIEW_DAYS = 365
REMIND_DAYS = 21
REMINDERS = 2  # after the first question; then the office takes over
KEPT_AFTER_LEAVING_DAYS = 3 * 365  # the name of a private person


@dataclass(frozen=True)
class Move:
    """One allowed move. Who may make it: the office, the member itself, or time (neither)."""

    source: State
    target: State
    by_office: bool = False
    by_member: bool = False
    reason_needed: bool = False
    needs_profile: bool = False


def office(source: State, target: State, **more: bool) -> Move:
    """A move of the office."""
    return Move(source, target, by_office=True, **more)


ASKING = (S.ENQUIRY, S.DRAFT, S.AGREED)  # on the way in
IN = (S.MEMBER, S.PUBLISHED, S.REVIEW)
MOVES = (
    Move(S.ENQUIRY, S.DRAFT, by_office=True, by_member=True),
    office(S.ENQUIRY, S.AGREED, needs_profile=True),
    office(S.DRAFT, S.AGREED, needs_profile=True),
    office(S.AGREED, S.DRAFT),
    office(S.AGREED, S.MEMBER),
    *(office(source, S.MEMBER) for source in (S.ENQUIRY, S.DRAFT)),  # the profile follows later
    office(S.MEMBER, S.PUBLISHED, needs_profile=True),
    Move(S.PUBLISHED, S.REVIEW),
    Move(S.REVIEW, S.PUBLISHED, by_office=True, by_member=True),
    *(office(source, S.MEMBER, reason_needed=True) for source in (S.PUBLISHED, S.REVIEW)),
    *(office(source, S.RESTING, reason_needed=True) for source in IN),
    office(S.RESTING, S.MEMBER),
    office(S.RESTING, S.PUBLISHED, needs_profile=True),
    *(office(source, S.REFUSED, reason_needed=True) for source in ASKING),
    office(S.REFUSED, S.ENQUIRY),
    *(Move(source, S.LEFT, by_office=True, by_member=True, reason_needed=True) for source in (*IN, S.RESTING)),
    *(Move(source, S.LEFT, by_member=True) for source in ASKING),
    office(S.LEFT, S.MEMBER),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((State(source), State(target)))


def open_to_office(source: str) -> list[Move]:
    """What the office may do from here, in the order of the table."""
    return [one for one in MOVES if one.source == source and one.by_office]


def is_in(state: str) -> bool:
    """Whether it is part of the alliance now, with or without a public profile."""
    return state in IN


def may_write(state: str) -> bool:
    """Whether a draft of a profile makes sense: not for whom the way has ended."""
    return state in (*ASKING, *IN, S.RESTING)
