"""The doors of working groups: fetch and authorise in one step.

`mine_group`, `working_group`, `lead_group` want a seat; `desk_group` the office; `public_group` lets everybody in.
`both_sides` makes one view into two pages: from the seat (`.mine`) and from the desk (`.desk`).
"""

from deele.groups.doors.groups import desk_group, lead_group, mine_group, public_group, working_group
from deele.groups.doors.parts import calendar_seat, group_file, group_poll, poll_sheet, shared_file
from deele.groups.doors.sessions import (
    agenda_item,
    invited,
    minutes_item,
    public_decision,
    public_session,
    remark_of,
    session_mail,
    session_of,
    task_of,
)
from deele.groups.doors.sides import Right, Sides, both_sides
from deele.groups.doors.wishes import invitation, wish_of

__all__ = [
    "Right",
    "Sides",
    "agenda_item",
    "both_sides",
    "calendar_seat",
    "desk_group",
    "group_file",
    "group_poll",
    "invitation",
    "invited",
    "lead_group",
    "mine_group",
    "minutes_item",
    "poll_sheet",
    "public_decision",
    "public_group",
    "public_session",
    "remark_of",
    "session_mail",
    "session_of",
    "shared_file",
    "task_of",
    "wish_of",
    "working_group",
]
