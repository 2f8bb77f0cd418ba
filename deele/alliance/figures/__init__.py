"""The measures of the alliance, a file a topic."""

from deele.alliance.figures import marks, overlaps

__all__ = ["marks", "overlaps"]
