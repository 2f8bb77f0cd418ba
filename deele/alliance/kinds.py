"""Slots that upper apps fill from their `slots.py`: parts of the alliance's page and ways on from it, parts of a
member's own page and of its public page, what is open for one that leaves, what follows one that is merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from deele.core.registry import Registry


@dataclass(frozen=True)
class Way:
    """A way on from the public page of the alliance: where it leads, and in one sentence what is there."""

    title: Promise | str
    text: Promise | str
    url_name: str
    icon: str


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


class AboutSection(Protocol):
    """A part of the page of the alliance. `context` answers None where the section has nothing to say."""

    key: str
    rank: int
    title: Promise | str
    template: str

    def context(self) -> dict[str, Any] | None:
        """What everybody may see; at most a few queries."""
        ...


@dataclass(frozen=True)
class Duty:
    """Something a member still has to do: `whose` is the person, `heir` who gets it when they go.

    Where somebody may say who gets it instead, `key` names it among all duties ("groups.task:7") and `heirs` are the
    choices, value and name.
    """

    title: str
    url: str = ""
    due: date | None = None
    whose: str = ""
    heir: str = ""
    key: str = ""
    heirs: tuple[tuple[str, str], ...] = ()


class Duties(Protocol):
    """Open work of a member, kept by an upper app; nothing of it may vanish when somebody leaves."""

    key: str
    rank: int
    title: Promise | str

    def open(self, membership: Any, delegate: Any = None, reader: Any = None) -> list[Duty]:
        """What is open for the member, or for one of its people. `reader` is the delegate who looks and may not see
        everything; None is the office."""
        ...

    def release(self, membership: Any, delegate: Any, now: datetime, heirs: Mapping[str, str]) -> int:
        """Hand what is open to its heirs; returns how many. `delegate` None: all of the member's. `heirs` says for keys
        of duties who gets them, where somebody chose. In the transaction of the leaving.

        Raises core.errors.Refusal where an heir cannot take it.
        """
        ...


class Relink(Protocol):
    """Rows of an upper app that point to a member, and follow when it is merged into another.

    Delegates keep their number when they move, so their rows follow by themselves; only who acted for both members has
    two numbers: `same` leads from theirs at the gone member to theirs at the kept one.
    """

    key: str
    rank: int

    def move(self, gone: Any, kept: Any, same: dict[int, int]) -> Any:
        """Hang everything of `gone` on `kept`; returns what `back` needs, as JSON. In the transaction of the merge."""
        ...

    def back(self, gone: Any, kept: Any, before: Any) -> None:
        """Hang it back, as far as nobody has changed it since."""
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


class AboutSections(Registry[AboutSection]):
    """The filled sections of the alliance's page, in the order of their rank."""

    def fill(self, section: AboutSection) -> None:
        """Take a section under its own key and rank. Raises AlreadyRegistered."""
        self.add(section.key, section, rank=section.rank)


class AllDuties(Registry[Duties]):
    """What is open for members, app by app."""

    def fill(self, duties: Duties) -> None:
        """Take it under its own key and rank. Raises AlreadyRegistered."""
        self.add(duties.key, duties, rank=duties.rank)


class Relinks(Registry[Relink]):
    """What follows a merge, app by app."""

    def fill(self, relink: Relink) -> None:
        """Take it under its own key and rank. Raises AlreadyRegistered."""
        self.add(relink.key, relink, rank=relink.rank)


ways: Registry[Way] = Registry()
about_sections = AboutSections()
duties = AllDuties()
relinks = Relinks()
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
