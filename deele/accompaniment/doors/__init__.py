"""The doors of accompaniment: fetch and authorise in one step."""

from deele.accompaniment.doors.money import application, call, goal, source, use
from deele.accompaniment.doors.plans import plan

__all__ = ["application", "call", "goal", "plan", "source", "use"]
