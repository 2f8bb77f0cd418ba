"""The measures of the library. A module a subject."""

from deele.library.figures import knowledge, publications

__all__ = ["knowledge", "publications"]
