"""What the library says by mail. A module a subject."""

from deele.library.emails import examples, orders

__all__ = ["examples", "orders"]
