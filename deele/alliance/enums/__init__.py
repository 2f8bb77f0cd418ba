"""The words of the alliance: how somebody belongs to it, what state a membership is in, what the log can say."""

from deele.alliance.enums.membership import (
    BELONGING,
    PUBLIC_STATES,
    Basis,
    Level,
    OrganisationKind,
    State,
)

__all__ = ["BELONGING", "PUBLIC_STATES", "Basis", "Level", "OrganisationKind", "State"]
