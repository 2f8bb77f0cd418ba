"""Which fields of the library speak of a person. A module a subject."""

from deele.library.privacy import links, publications

__all__ = ["links", "publications"]
