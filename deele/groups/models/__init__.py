"""The tables of working groups. A module a subject."""

from deele.groups.models.agenda import AgendaItem
from deele.groups.models.decision import Decision
from deele.groups.models.file import GroupFile
from deele.groups.models.group import WorkingGroup
from deele.groups.models.letter import GroupLetter
from deele.groups.models.minutes import MinutesItem, MinutesRemark, MinutesVersion
from deele.groups.models.poll import Poll, PollAnswer, PollOption, PollSheet
from deele.groups.models.seat import Seat
from deele.groups.models.session import Participation, Session
from deele.groups.models.session_mail import SessionMail
from deele.groups.models.task import CarriedTask, Task
from deele.groups.models.wish import SeatWish

__all__ = [
    "AgendaItem",
    "CarriedTask",
    "Decision",
    "GroupFile",
    "GroupLetter",
    "MinutesItem",
    "MinutesRemark",
    "MinutesVersion",
    "Participation",
    "Poll",
    "PollAnswer",
    "PollOption",
    "PollSheet",
    "Seat",
    "SeatWish",
    "Session",
    "SessionMail",
    "Task",
    "WorkingGroup",
]
