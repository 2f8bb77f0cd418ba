"""Which fields of working groups speak of a person. A module a subject."""

from deele.groups.privacy import files, groups, sessions

__all__ = ["files", "groups", "sessions"]
from deele.groups.privacy import letters, polls

__all__ = ["files", "groups", "letters", "polls"]
