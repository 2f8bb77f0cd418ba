"""What the library puts into the slots of other apps, and fills of its own. A module a subject."""

from deele.library.slots import links, publications

__all__ = ["links", "publications"]
