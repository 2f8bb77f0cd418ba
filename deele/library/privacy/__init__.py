"""Every field of the library, sorted. A module a subject."""

from deele.library.privacy import knowledge

__all__ = ["knowledge"]
