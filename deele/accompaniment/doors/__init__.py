"""The doors of accompaniment: fetch and authorise in one step."""

from deele.accompaniment.doors.plans import plan

__all__ = ["plan"]
