"""What the library puts on the desk. A module a subject."""

from deele.library.desk import knowledge, publications

__all__ = ["knowledge", "publications"]
