"""What is read: the state of what was billed, for other apps and for the desk."""

from deele.money.queries.standing import about, standing

__all__ = ["about", "standing"]
