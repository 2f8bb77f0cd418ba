"""The doors of accompaniment: fetch and authorise in one step."""

from deele.accompaniment.doors.group import member, shared_file
from deele.accompaniment.doors.money import application, call, goal, source, use
from deele.accompaniment.doors.plans import line, part, plan

__all__ = ["application", "call", "goal", "line", "member", "part", "plan", "shared_file", "source", "use"]
