"""The tables of working groups."""

from deele.groups.models.group import WorkingGroup
from deele.groups.models.seat import Seat

__all__ = ["Seat", "WorkingGroup"]
