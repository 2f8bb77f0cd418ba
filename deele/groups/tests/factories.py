"""Groups and seats for tests. Invented, and recognisably so."""

from datetime import date
from typing import Any

from django.utils import timezone

from deele.alliance.models import Delegate
from deele.alliance.tests import factories as members
from deele.groups.enums import Role, State
from deele.groups.models import Seat, WorkingGroup

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
