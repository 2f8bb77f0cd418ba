"""How the accompaniment moves on (domain §9.4)."""

from deele.accompaniment.enums import PlanState

S = PlanState
STOPS = (S.HANDED_OVER, S.STOPPED)
NEXT: dict[PlanState, tuple[PlanState, ...]] = {
    S.ASKED: (S.FIRST_TALK, S.REFUSED, S.HANDED_OVER),
    S.FIRST_TALK: (S.AGREED, S.REFUSED, *STOPS),
    S.AGREED: (S.RUNNING, *STOPS),
    S.RUNNING: (S.PAUSED, S.FINISHED, *STOPS),
    S.PAUSED: (S.RUNNING, S.FINISHED, *STOPS),
    S.FINISHED: (S.ASKED_AGAIN, S.RUNNING),
    S.ASKED_AGAIN: (S.RUNNING,),
    S.REFUSED: (S.FIRST_TALK,),
    S.HANDED_OVER: (S.RUNNING,),
    S.STOPPED: (S.RUNNING,),
}


def following(state: str) -> tuple[PlanState, ...]:
    """Where it may go from here."""
    return NEXT[PlanState(state)]
