"""The doors of working groups: fetch and authorise in one step.

`mine_group`, `working_group`, `lead_group` want a seat; `desk_group` the office; `public_group` lets everybody in.
`both_sides` makes one view into two pages: from the seat (`.mine`) and from the desk (`.desk`).
"""

from deele.groups.doors.groups import desk_group, lead_group, mine_group, public_group, working_group
from deele.groups.doors.parts import calendar_seat, group_file, group_poll, poll_sheet, shared_file
from deele.groups.doors.sides import Right, Sides, both_sides
from deele.groups.doors.wishes import invitation, wish_of

__all__ = [
    "Right",
    "Sides",
    "both_sides",
    "calendar_seat",
    "desk_group",
    "group_file",
    "group_poll",
    "invitation",
    "lead_group",
    "mine_group",
    "poll_sheet",
    "public_group",
    "shared_file",
    "wish_of",
    "working_group",
]
