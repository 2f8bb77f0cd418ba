"""Doors of memberships."""

from typing import Any

from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.models import Membership


def public_member(pk: int) -> Membership:
    """A membership everybody may see. 404 for all others, whatever they are."""
    return _first(Membership.objects.public(), pk)


def desk_member(user: Any, pk: int) -> Membership:
    """A membership for the office. 404 where the person looks after none."""
    if not access.can(user, Permission.ALLIANCE_WORK):
        raise Http404
    return _first(Membership.objects.all(), pk)


def _first(rows: Any, pk: int) -> Membership:
    found = rows.select_related("umbrella", "place__parent", "entry", "succeeded_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
