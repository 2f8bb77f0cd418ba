"""Groups and seats for tests. Invented, and recognisably so."""

from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from deele.alliance.models import Delegate
from deele.alliance.tests import factories as members
from deele.groups.actions import polls
from deele.groups.enums import Role, State
from deele.groups.kinds import Actor
from deele.groups.models import Poll, Seat, WorkingGroup
from deele.mail.models import OutgoingMail

SINCE = date(2026, 1, 15)


def group(name: str = "Arbeitsgruppe Muster", **given: Any) -> WorkingGroup:
    """A group at work."""
    usual = {
        "mandate": "Sammelt, was Nachbarschaften hilft.", "state": State.ACTIVE, "state_since": timezone.now(),
        "since": SINCE,
    }  # fmt: skip
    return WorkingGroup.objects.create(name=name, **{**usual, **given})


def seat(group: WorkingGroup, delegate: Delegate, role: str = Role.MEMBER, **given: Any) -> Seat:
    """Somebody sits in it."""
    return Seat.objects.create(group=group, delegate=delegate, role=role, **{"since": SINCE, **given})


def lead(group: WorkingGroup, name: str = "Robin Muster", email: str = "robin@example.org") -> Delegate:
    """Somebody who leads it, of a member of their own."""
    made = members.delegate(members.member(f"Verein von {name}"), email=email, name=name)
    seat(group, made, Role.LEAD)
    return made


def poll(group: WorkingGroup, by: Delegate, **given: Any) -> Poll:
    """An open poll with two dates, a fortnight from now; answers for a week."""
    today = timezone.localdate()
    days = [today + timedelta(days=number) for number in (14, 15)]
    dates = [polls.OptionTold(day, time(10), time(12), "Treff Muster") for day in days]
    told = polls.PollTold(
        **{"title": "Sitzung Muster", "closes_on": today + timedelta(days=7), "options": dates, **given}
    )
    return polls.open_poll(group=group, told=told, by=Actor(delegate=by), now=timezone.now())


def poll_token(poll: Poll, delegate: Delegate) -> str:
    """The secret of the link this person got by mail."""
    mail = OutgoingMail.objects.filter(purpose="groups.poll", to=delegate.email).latest("pk")
    return mail.body.split("/buendnis/termine/", 1)[1].split("/", 1)[0]
