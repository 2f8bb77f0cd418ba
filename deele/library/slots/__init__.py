"""What the library puts elsewhere in the house. A module a subject."""

from deele.library.slots import knowledge

__all__ = ["knowledge"]
