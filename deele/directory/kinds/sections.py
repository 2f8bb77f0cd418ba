"""What upper apps put on the page of an entry.

An app above fills `sections` from its own `slots.py`, found at start, as it fills the page of a place.
"""

from typing import Any, Protocol

from django.utils.functional import Promise

from deele.core.registry import Registry


class EntrySection(Protocol):
    """A part of the page. `context` answers None where the section has nothing to say."""

    key: str
    rank: int
    title: Promise | str
    template: str

    def context(self, entry: Any) -> dict[str, Any] | None:
        """What the template needs; at most a few queries."""
        ...


class EntrySections(Registry[EntrySection]):
    """The filled sections in the order of their rank."""

    def fill(self, section: EntrySection) -> None:
        """Take a section under its own key and rank. Raises AlreadyRegistered."""
        self.add(section.key, section, rank=section.rank)


sections = EntrySections()
