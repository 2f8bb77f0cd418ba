"""Work of the library that nobody waits for. A module a subject."""

from deele.library.tasks import links, publications

__all__ = ["links", "publications"]
