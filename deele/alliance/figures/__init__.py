"""The measures of the alliance, found at start."""

from deele.alliance.figures import overlaps

__all__ = ["overlaps"]
