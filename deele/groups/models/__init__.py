"""The tables of working groups. A module a subject."""

from deele.groups.models.file import GroupFile
from deele.groups.models.group import WorkingGroup
from deele.groups.models.seat import Seat
from deele.groups.models.wish import SeatWish

__all__ = ["GroupFile", "Seat", "SeatWish", "WorkingGroup"]
