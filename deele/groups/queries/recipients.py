"""Who will get this: names and number, those who get no mails told apart. For mails, invitations, polls."""

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


def recipients(group: WorkingGroup, today: date, *, guests: bool = True) -> Recipients:
    """Who sits in the group and still acts for a member, with or without its guests. Show it with
    `groups/parts/_recipients.html` before anything is sent."""
    seats = [seat for seat in people.seats(group) if seat.delegate.is_active(today)]
    seats = seats if guests else [seat for seat in seats if seat.role != Role.GUEST]
    silent = news.silent([seat.delegate for seat in seats], reference(group), today)
    mute = [seat for seat in seats if seat.muted or seat.delegate_id in silent]
    return Recipients([seat for seat in seats if seat not in mute], mute)
