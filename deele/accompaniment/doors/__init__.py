"""The doors of accompaniment: fetch and authorise in one step."""

from deele.accompaniment.doors.group import member, shared_file
from deele.accompaniment.doors.plans import line, part, plan

__all__ = ["line", "member", "part", "plan", "shared_file"]
