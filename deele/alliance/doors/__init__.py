"""The doors of the alliance: fetch and authorise in one step."""

from deele.alliance.doors.delegates import delegate_of, let_in, let_out, member_page
from deele.alliance.doors.members import desk_member, public_member

__all__ = ["delegate_of", "desk_member", "let_in", "let_out", "member_page", "public_member"]
