"""Who does something inside a group: a person with a seat, or somebody of the office. And what they may."""

from dataclasses import dataclass
from typing import Any

from deele.groups.enums import Role
from deele.groups.kinds import Actor
from deele.groups.models import Seat, WorkingGroup


@dataclass(frozen=True)
class Insider:
    """Somebody in one group. `user` is of the office and may all; else `seat` says what they may."""

    group: WorkingGroup
    user: Any = None
    seat: Seat | None = None

    @property
    def name(self) -> str:
        """The name, as the minutes write it."""
        return str(self.user) if self.seat is None else f"{self.seat.delegate.name} ({self.member_name})"[:160]

    @property
    def member_name(self) -> str:
        """The member somebody acts for, as the log names them; empty for the office."""
        return self.seat.delegate.membership.name if self.seat else ""

    @property
    def can_lead(self) -> bool:
        """Whether they plan, invite, note who was there, send minutes round and confirm them."""
        return self.seat is None or self.seat.role == Role.LEAD

    @property
    def can_write(self) -> bool:
        """Whether they write in minutes and propose items; guests read only."""
        return self.seat is None or self.seat.role in (Role.LEAD, Role.MEMBER)

    def has(self, row: Any) -> bool:
        """Whether something with a seat is theirs."""
        return self.seat is not None and row.seat_id == self.seat.pk


def acting(group: WorkingGroup, actor: Actor) -> Insider:
    """The same person, as somebody inside this group. Raises Seat.DoesNotExist: without a seat nobody is inside."""
    if actor.is_office:
        return Insider(group, user=actor.user)
    seats = group.seats.filter(delegate=actor.delegate, until=None).select_related("delegate__membership")
    return Insider(group, seat=seats.get())
