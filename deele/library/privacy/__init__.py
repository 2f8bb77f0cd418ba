"""Which fields of the library speak of a person. A module a subject."""

from deele.library.privacy import knowledge, links, publications

__all__ = ["knowledge", "links", "publications"]
