"""The measures of working groups. A module a subject."""

from deele.groups.figures import sessions

__all__ = ["sessions"]
from deele.groups.figures import groups

__all__ = ["groups"]
