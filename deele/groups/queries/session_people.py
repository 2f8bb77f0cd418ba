"""Who of a group is reminded of a session, gets its draft, leads it. Who is invited says queries.recipients."""

from datetime import date, datetime

from django.utils import timezone

from deele.groups.enums import Role
from deele.groups.enums.sessions import Answer, Presence
from deele.groups.models import Participation, Seat, Session, WorkingGroup
from deele.groups.queries import people
from deele.groups.queries.recipients import silent

PERSON = "seat__delegate__membership"


def leads(group: WorkingGroup, today: date) -> list[Seat]:
    """Who leads the group."""
    return [seat for seat in people.active(group, today) if seat.role == Role.LEAD]


def to_remind(session: Session, now: datetime) -> list[Participation]:
    """Those who get a mail before the session: not muted, not excused, not reminded of this date yet."""
    rows = session.people.select_related(PERSON).filter(reminded_for__lt=session.sequence).exclude(answer=Answer.NO)
    today = timezone.localdate(now)
    found = [(place, place.seat) for place in rows if place.seat and is_there(place.seat, today)]
    mute = silent([seat for _place, seat in found], session.group, today)
    return [place for place, seat in found if seat.pk not in mute]


def who_came(session: Session, now: datetime) -> list[Participation]:
    """Those the draft of the minutes goes to, also if they want few mails: who was there and is still in the group."""
    rows = session.people.filter(presence=Presence.PRESENT).select_related(PERSON)
    return [place for place in rows if place.seat and is_there(place.seat, timezone.localdate(now))]


def is_there(seat: Seat, today: date) -> bool:
    """Whether the person still sits in the group and acts for a member."""
    return seat.is_held and seat.delegate.is_active(today)
