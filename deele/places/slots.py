"""What upper apps put on the page of a place.

An app above registers in its own `slots.py`, found at start: `places.slots.sections.add("here", HereSection())`.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from django.http import HttpRequest

from deele.core.registry import Registry
from deele.likeness.kinds import names
from deele.places.models import Place


class Section(Protocol):
    """A part of the page. `context` answers None where the section has nothing to say."""

    key: str
    rank: int
    title: str
    template: str

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        """What the template needs; at most a few queries (the whole page has twelve)."""
        ...


class Sections(Registry[Section]):
    """The filled sections in the order of their rank."""

    def fill(self, section: Section) -> None:
        """Take a section under its own key and rank. Raises AlreadyRegistered."""
        self.add(section.key, section, rank=section.rank)


sections = Sections()


def place_names(keys: Iterable[str]) -> dict[str, str]:
    """Places in words, for reasons why two things overlap."""
    return {place.key: place.name for place in Place.objects.filter(key__in=list(keys))}


names.add("places", place_names)
