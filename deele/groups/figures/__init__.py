"""The measures of working groups. A module a subject."""

from deele.groups.figures import groups, sessions

__all__ = ["groups", "sessions"]
