"""Who will get this: names and number, those who get no mails told apart. For mails, invitations, polls, sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from deele.alliance.queries import news
from deele.audit.models import reference
from deele.groups.enums import Role
from deele.groups.models import Seat, WorkingGroup
from deele.groups.queries import people


@dataclass(frozen=True)
class Recipients:
    """`gets` get the mail; `silent` want none and read it on their page."""

    gets: list[Seat]
    silent: list[Seat]

    @property
    def number(self) -> int:
        """How many mails leave."""
        return len(self.gets)

    @property
    def all(self) -> list[Seat]:
        """Everybody it is for."""
        return [*self.gets, *self.silent]


def recipients(group: WorkingGroup, today: date, *, guests: bool = True) -> Recipients:
    """Who sits in the group and still acts for a member, with or without its guests. Show it with
    `groups/parts/_recipients.html` before anything is sent."""
    seats = [seat for seat in people.active(group, today) if guests or seat.role != Role.GUEST]
    mute = silent(seats, group, today)
    return Recipients([seat for seat in seats if seat.pk not in mute], [seat for seat in seats if seat.pk in mute])


def silent(seats: Sequence[Seat], group: WorkingGroup, today: date) -> set[int]:
    """The seats of those who want no mail of this group today: of the group, of everything, or for a time."""
    quiet = news.silent([seat.delegate for seat in seats], reference(group), today)
    return {seat.pk for seat in seats if seat.muted or seat.delegate_id in quiet}
