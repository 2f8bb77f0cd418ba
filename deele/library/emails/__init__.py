"""What the library says by mail. A module a subject."""

from deele.library.emails import orders

__all__ = ["orders"]
