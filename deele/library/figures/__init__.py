"""The figures of the library. A module a subject."""

from deele.library.figures import publications

__all__ = ["publications"]
