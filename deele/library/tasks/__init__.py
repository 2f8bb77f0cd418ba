"""Work of the library that nobody waits for. A module a subject."""

from deele.library.tasks import examples, links, publications

__all__ = ["examples", "links", "publications"]
