"""What the library puts on the desk. A module a subject."""

from deele.library.desk import publications

__all__ = ["publications"]
