"""What upper apps put on a member's own start page and on a member's public page (filled from their `slots.py`)."""

from collections.abc import Iterable
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

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


class Topic(Protocol):
    """What tidings of one app are about. `key` is the part of a topic before the colon: "groups.workinggroup"."""

    key: str

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """What these topics are called; those that are gone are left out."""
        ...

    def muted(self, delegate: Any, topic: str, muted: bool) -> None:
        """The delegate wants no mails about it any more, or wants them again. In the transaction of the wish."""
        ...


class Topics(Registry[Topic]):
    """Who knows what topics are called."""

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """The names of topics of all apps."""
        asked = list(keys)
        found: dict[str, str] = {}
        for topic in self:
            mine = [key for key in asked if key.partition(":")[0] == topic.key]
            found |= topic.names(mine) if mine else {}
        return found

    def tell(self, delegate: Any, topic: str, muted: bool) -> None:
        """Pass a wish on to the app the topic belongs to."""
        key = topic.partition(":")[0]
        if key in self:
            self.get(key).muted(delegate, topic, muted)

    def rest(self, topic: str = "") -> str:
        """What stands above what belongs to no topic, and what everything is called."""
        return str(EVERYTHING if topic == "*" else OTHER_NEWS)


EVERYTHING = gettext_lazy("All weekly mails")
OTHER_NEWS = gettext_lazy("From the alliance")
topics = Topics()
