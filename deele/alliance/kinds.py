"""What upper apps put on a member's own start page and on a member's public page (filled from their `slots.py`)."""

from typing import Any, Protocol

from django.utils.functional import Promise

from deele.core.registry import Registry


class MineSection(Protocol):
    """A part of the own page. `context` answers None where the section has nothing to say."""

    key: str
    rank: int
    title: Promise | str
    template: str

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """What the template needs, for this delegate; at most a few queries."""
        ...


class MemberSection(Protocol):
    """A part of a member's public page. `context` answers None where the section has nothing to say."""

    key: str
    rank: int
    title: Promise | str
    template: str

    def context(self, membership: Any) -> dict[str, Any] | None:
        """What everybody may see of this member; at most a few queries."""
        ...


class MineSections(Registry[MineSection]):
    """The filled sections of the own page, in the order of their rank."""

    def fill(self, section: MineSection) -> None:
        """Take a section under its own key and rank. Raises AlreadyRegistered."""
        self.add(section.key, section, rank=section.rank)


class MemberSections(Registry[MemberSection]):
    """The filled sections of the public page, in the order of their rank."""

    def fill(self, section: MemberSection) -> None:
        """Take a section under its own key and rank. Raises AlreadyRegistered."""
        self.add(section.key, section, rank=section.rank)


sections = MineSections()
member_sections = MemberSections()
