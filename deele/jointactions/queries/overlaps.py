"""What resembles an action and nobody decided about yet."""

from deele.jointactions.models import JointAction
from deele.likeness.queries import overlaps

KIND = "jointactions.jointaction"


def ref(action: JointAction) -> str:
    """How the engine knows an action."""
    return f"{KIND}:{action.pk}"


def undecided(action: JointAction) -> list[str]:
    """Titles of what strongly resembles it, with nothing decided yet."""
    return [one.title for one in overlaps.undecided(ref(action))]
