"""Who acts in a working group, and from which side its pages are seen."""

from dataclasses import dataclass
from typing import Any

from deele.groups.enums import Role


@dataclass(frozen=True)
class Actor:
    """Somebody of the office (`user`), or a delegate of a member. Exactly one of both is there.

    The log names an organisation, never the person who acts for it.
    """

    user: Any = None
    delegate: Any = None

    @property
    def name(self) -> str:
        """How the log calls them; empty for the office, whose people the log knows itself."""
        return str(self.delegate.membership) if self.delegate is not None else ""

    @property
    def is_office(self) -> bool:
        """Whether it is somebody of the office."""
        return self.delegate is None


@dataclass(frozen=True)
class Side:
    """A group's page as one person sees it: from the desk, or from their seat. `seat` is None at the desk."""

    group: Any
    actor: Actor
    seat: Any = None

    @property
    def is_desk(self) -> bool:
        """Whether the page stands at the desk."""
        return self.seat is None

    @property
    def base(self) -> str:
        """The template all pages of a group extend on this side."""
        return f"groups/{'desk' if self.is_desk else 'mine'}/_base.html"

    @property
    def prefix(self) -> str:
        """What the names of the addresses of this side begin with."""
        return f"groups:{'desk' if self.is_desk else 'mine'}-"

    @property
    def may_work(self) -> bool:
        """Whether this person writes here; guests read only."""
        return self.is_desk or self.seat.role != Role.GUEST

    @property
    def may_lead(self) -> bool:
        """Whether this person leads the group; the office may do all that a lead may."""
        return self.is_desk or self.seat.role == Role.LEAD
