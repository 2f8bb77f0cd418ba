"""The life of a joint action and of a submission as tables of allowed moves."""

from dataclasses import dataclass

from deele.jointactions.enums import ENDED, Standing, State

S, T = State, Standing


@dataclass(frozen=True)
class Move:
    """One allowed move of an action; back and out need a reason."""

    source: State
    target: State
    reason_needed: bool = False


MOVES = (
    Move(S.PROPOSED, S.CHECKED),
    Move(S.PROPOSED, S.DROPPED, reason_needed=True),
    Move(S.CHECKED, S.DECIDED),
    Move(S.CHECKED, S.PROPOSED, reason_needed=True),
    Move(S.CHECKED, S.DROPPED, reason_needed=True),
    Move(S.DECIDED, S.PREPARED),
    Move(S.PREPARED, S.RUNNING),
    Move(S.RUNNING, S.DONE),
    Move(S.DONE, S.EVALUATED),
    Move(S.DONE, S.RUNNING, reason_needed=True),
    Move(S.EVALUATED, S.DONE, reason_needed=True),
    Move(S.DROPPED, S.PROPOSED, reason_needed=True),
    Move(S.CALLED_OFF, S.PREPARED, reason_needed=True),
    *(Move(source, S.CALLED_OFF, reason_needed=True) for source in (S.DECIDED, S.PREPARED, S.RUNNING)),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((State(source), State(target)))


def moves_from(source: str) -> list[Move]:
    """What is possible from here, the next step first."""
    return [move for move in MOVES if move.source == source]


# Who sent it in may hand in and withdraw; all else is the office's.
JUDGEMENTS = {
    (T.SUBMITTED, T.TAKEN), (T.SUBMITTED, T.ASKED), (T.SUBMITTED, T.REFUSED), (T.ASKED, T.REFUSED),
    (T.TAKEN, T.REFUSED), (T.TAKEN, T.ASKED), (T.REFUSED, T.SUBMITTED),
}  # fmt: skip


def may_judge(source: str, target: str) -> bool:
    """Whether the office may do this."""
    return (source, target) in JUDGEMENTS


def may_change(standing: str) -> bool:
    """Whether the person may still change words, photos and rights themselves."""
    return standing in (T.DRAFT, T.ASKED)


def may_withdraw(standing: str) -> bool:
    """Everything can be withdrawn until it was."""
    return standing != T.WITHDRAWN


def is_ended(standing: str) -> bool:
    """Refused or withdrawn."""
    return standing in ENDED
