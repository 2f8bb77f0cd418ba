"""The words of joint actions: goals, states, what is sent in, what the log can say."""

from deele.jointactions.enums.acting import (
    OPEN_STATES,
    OVER_STATES,
    PUBLIC_STATES,
    Again,
    Contribution,
    Goal,
    MaterialKind,
    Outcome,
    State,
)
from deele.jointactions.enums.events import (
    ADDED,
    AGREED,
    CHANGED,
    DECLINED,
    EVALUATED,
    EXPORTED,
    JUDGED,
    MOVED,
    PROPOSED,
    REMOVED,
    SEEN,
    SENT,
    USED,
    WITHDRAWN,
)
from deele.jointactions.enums.sending import (
    ENDED,
    GRANTED,
    MINORS_FINE,
    OWN,
    PEOPLE_FINE,
    Accepts,
    Made,
    Minors,
    People,
    Refused,
    Standing,
    Use,
)

__all__ = [
    "ADDED", "AGREED", "CHANGED", "DECLINED", "ENDED", "EVALUATED", "EXPORTED", "GRANTED", "JUDGED", "MINORS_FINE",
    "MOVED", "OPEN_STATES", "OVER_STATES", "OWN", "PEOPLE_FINE", "PROPOSED", "PUBLIC_STATES", "REMOVED", "SEEN",
    "SENT", "USED", "WITHDRAWN", "Accepts", "Again", "Contribution", "Goal", "Made", "MaterialKind", "Minors",
    "Outcome", "People", "Refused", "Standing", "State", "Use",
]  # fmt: skip
