"""What the library does by itself. A module a subject."""

from deele.library.tasks import examples

__all__ = ["examples"]
