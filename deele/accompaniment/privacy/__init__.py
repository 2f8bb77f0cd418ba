"""Every field of accompaniment, sorted. A module a subject."""

from deele.accompaniment.privacy import money, plans

__all__ = ["money", "plans"]
