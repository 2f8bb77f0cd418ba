"""Doors of invitations and wishes to join."""

from django.http import Http404

from deele.alliance.models import Delegate
from deele.groups.enums import WishState
from deele.groups.models import SeatWish, WorkingGroup


def invitation(delegate: Delegate, pk: int) -> SeatWish:
    """An invitation this delegate has not answered yet. 404 for all others."""
    rows = SeatWish.objects.filter(delegate=delegate, invited=True, state=WishState.OPEN)
    found = rows.select_related("group__place__parent").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def wish_of(group: WorkingGroup, pk: int) -> SeatWish:
    """An open wish or invitation of a group one has come into already. 404 for all others."""
    found = group.wishes.filter(pk=pk, state=WishState.OPEN).select_related("delegate__membership").first()
    if found is None:
        raise Http404
    found.group = group
    return found
