"""The words of working groups."""

from deele.groups.enums.groups import ACTIVE_STATES, Role, State

__all__ = ["ACTIVE_STATES", "Role", "State"]
