"""Who is invited to a session and who gets the mail, told before anything is sent."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from deele.groups.enums import Role
from deele.groups.enums.sessions import Answer, Presence
from deele.groups.models import Participation, Seat, Session, WorkingGroup


@dataclass(frozen=True)
class Recipients:
    """Who gets a mail of a group, and who wants none and reads it on their page."""

    mailed: list[Seat]
    muted: list[Seat]

    @property
    def all(self) -> list[Seat]:
        """Everybody."""
        return [*self.mailed, *self.muted]


def seats_of(group: WorkingGroup, today: date) -> list[Seat]:
    """The people of a group today."""
    rows = group.seats.filter(until=None).select_related("delegate__membership")
    return [seat for seat in rows if seat.delegate.is_active(today)]


def is_muted(seat: Seat, today: date) -> bool:
    """Whether this person wants no mail of the group now."""
    until = seat.delegate.muted_until
    return seat.muted or (until is not None and until >= today)


def recipients(group: WorkingGroup, today: date) -> Recipients:
    """Who of the group gets a mail today."""
    found = seats_of(group, today)
    mailed = [seat for seat in found if not is_muted(seat, today)]
    return Recipients(mailed, [seat for seat in found if seat not in mailed])


def leads(group: WorkingGroup, today: date) -> list[Seat]:
    """Who leads the group."""
    return [seat for seat in seats_of(group, today) if seat.role == Role.LEAD]


def to_remind(session: Session, now: datetime) -> list[Participation]:
    """Those who get a mail before the session: not muted, not excused, not reminded of this date yet."""
    rows = session.people.select_related("seat__delegate__membership").filter(reminded_for__lt=session.sequence)
    today = timezone.localdate(now)
    return [one for one in rows.exclude(answer=Answer.NO) if one.seat and reaches(one.seat, today)]


def who_came(session: Session, now: datetime) -> list[Participation]:
    """Those the draft of the minutes goes to: who was there and is still in the group."""
    rows = session.people.filter(presence=Presence.PRESENT).select_related("seat__delegate__membership")
    return [one for one in rows if one.seat and reaches(one.seat, timezone.localdate(now), muted=True)]


def reaches(seat: Seat, today: date, *, muted: bool = False) -> bool:
    """Whether a mail may go to this person; `muted` lets it go to those who want few."""
    return seat.until is None and seat.delegate.is_active(today) and (muted or not is_muted(seat, today))
