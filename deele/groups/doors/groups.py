"""Doors of a group itself. A group that is not public does not exist for who has no seat in it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.models import Delegate
from deele.groups.enums import Role
from deele.groups.models import Seat, WorkingGroup


def public_group(pk: int) -> WorkingGroup:
    """A group everybody may see. 404 for all others."""
    found = WorkingGroup.objects.public().select_related("place__parent").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_group(user: Any, pk: int) -> WorkingGroup:
    """Any group, for the people of the office who look after the alliance. 404 for all others."""
    if not access.can(user, Permission.ALLIANCE_WORK):
        raise Http404
    found = WorkingGroup.objects.select_related("place__parent", "caretaker").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def mine_group(delegate: Delegate, pk: int) -> WorkingGroup:
    """A group in which this delegate has a seat now; `group.seat` is the seat. 404 for all others."""
    seats = Seat.objects.filter(group_id=pk, delegate=delegate, until=None)
    seat = seats.select_related("group__place__parent", "group__caretaker").first()
    if seat is None:
        raise Http404
    seat.delegate = delegate
    group = seat.group
    group.seat = seat
    return group


def working_group(delegate: Delegate, pk: int) -> WorkingGroup:
    """Such a group, for who works in it: guests read only (403)."""
    found = mine_group(delegate, pk)
    if found.seat.role == Role.GUEST:
        raise PermissionDenied
    return found


def lead_group(delegate: Delegate, pk: int) -> WorkingGroup:
    """Such a group, for who leads it; 403 for its other people."""
    found = mine_group(delegate, pk)
    if found.seat.role != Role.LEAD:
        raise PermissionDenied
    return found
