"""How an application for money goes on (domain §9.8): which step follows which, and what a step needs. No database."""

from datetime import date, timedelta

from deele.accompaniment.enums.money import ApplicationState as S

# From → to. Some programmes ask for no sketch, so an idea may be filed at once; calls for money and interim proofs
# alternate for as long as a programme pays.
MOVES: dict[S, tuple[S, ...]] = {
    S.IDEA: (S.SKETCH, S.FILED, S.WITHDRAWN),
    S.SKETCH: (S.ANSWER, S.REFUSED, S.WITHDRAWN),
    S.ANSWER: (S.FILED, S.SKETCH, S.REFUSED, S.WITHDRAWN),
    S.FILED: (S.GRANTED, S.REFUSED, S.WITHDRAWN),
    S.GRANTED: (S.CALLED, S.WITHDRAWN, S.REVOKED),
    S.CALLED: (S.INTERIM, S.FINAL, S.REVOKED),
    S.INTERIM: (S.CALLED, S.FINAL, S.REVOKED),
    S.FINAL: (S.DONE, S.REVOKED),
    S.DONE: (S.REVOKED,),
    S.REFUSED: (),
    S.WITHDRAWN: (),
    S.REVOKED: (),
}
NEEDS_REASON = frozenset({S.REFUSED, S.WITHDRAWN, S.REVOKED})
NEEDS_SUM = frozenset({S.GRANTED})
BEGUN = frozenset(set(S) - {S.IDEA, S.WITHDRAWN})
LIVE_MONEY = frozenset({S.GRANTED, S.CALLED, S.INTERIM, S.FINAL, S.DONE})
# The day of a step is also a fact of the application.
DAY_OF = {S.SKETCH: "sketch_on", S.FILED: "filed_on", S.INTERIM: "interim_done_on", S.FINAL: "final_done_on"}

REMIND_DAYS = (28, 7, 0)  # before a proof is due


def following(state: str) -> tuple[S, ...]:
    """The steps that may come next."""
    return MOVES[S(state)]


def may_move(before: str, to: str) -> bool:
    """Whether this step may follow."""
    return to in MOVES[S(before)]


def reminder_step(due_on: date | None, done_on: date | None, today: date) -> int | None:
    """Which of the reminders is due: the smallest number of days before that has been reached. None: none is."""
    if due_on is None or done_on is not None:
        return None
    reached = [days for days in REMIND_DAYS if today >= due_on - timedelta(days=days)]
    return min(reached, default=None)
