"""One view, two pages: what the people of a group and the office both do is written once."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.views.decorators.cache import never_cache

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.alliance.doors import member_page
from deele.groups.doors.groups import desk_group, lead_group, mine_group, working_group
from deele.groups.kinds import Actor, Side

View = Callable[..., Any]


class Right(StrEnum):
    """What it takes to come in from the seat; the office may do all three."""

    READ = "read"
    WORK = "work"
    LEAD = "lead"


class Sides(NamedTuple):
    """The two pages of one view."""

    mine: View
    desk: View


DOORS = {Right.READ: mine_group, Right.WORK: working_group, Right.LEAD: lead_group}


def both_sides(right: Right = Right.READ) -> Callable[[View], Sides]:
    """Make a view of (request, side, …) into the page of the seat and the page of the desk.

    From the seat: asked to sign in, 404 without a seat, 403 where the seat does not suffice. From the desk: as
    every page of the desk, with the permission to look after the alliance.
    """

    def decorate(view: View) -> Sides:
        @member_page
        @wraps(view)
        def mine(request: HttpRequest, pk: int, **more: Any) -> Any:
            delegate = request.delegate  # type: ignore[attr-defined]
            group = DOORS[right](delegate, pk)
            return view(request, Side(group, Actor(delegate=delegate), group.seat), **more)  # type: ignore[attr-defined]

        @never_cache
        @staff_page(Permission.ALLIANCE_WORK)
        @wraps(view)
        def desk(request: HttpRequest, pk: int, **more: Any) -> Any:
            return view(request, Side(desk_group(request.user, pk), Actor(user=request.user)), **more)

        return Sides(mine, desk)

    return decorate
