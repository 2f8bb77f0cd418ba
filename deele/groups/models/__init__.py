"""The tables of working groups. A module a subject."""

from deele.groups.models.file import GroupFile
from deele.groups.models.group import WorkingGroup
from deele.groups.models.letter import GroupLetter
from deele.groups.models.poll import Poll, PollAnswer, PollOption, PollSheet
from deele.groups.models.seat import Seat
from deele.groups.models.wish import SeatWish

__all__ = [
    "GroupFile",
    "GroupLetter",
    "Poll",
    "PollAnswer",
    "PollOption",
    "PollSheet",
    "Seat",
    "SeatWish",
    "WorkingGroup",
]
