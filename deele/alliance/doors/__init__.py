"""The doors of the alliance: fetch and authorise in one step."""

from deele.alliance.doors.delegates import delegate_of, let_in, let_out, member_page
from deele.alliance.doors.members import (
    desk_member,
    desk_merge,
    desk_person,
    own_person,
    public_member,
    reviewer,
    wish,
)

__all__ = [
    "delegate_of", "desk_member", "desk_merge", "desk_person", "let_in", "let_out", "member_page", "own_person",
    "public_member", "reviewer", "wish",
]  # fmt: skip
