"""The calendar of a group for one of its people, under an address only they know."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.alliance.doors import member_page
from deele.groups import doors
from deele.groups.actions import seats
from deele.groups.queries import calendar as queries
from deele.groups.views.acting import tried
from deele.groups.views.mine import who


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Dates that stand, and dates that are looked for."""
    body = queries.of_seat(doors.calendar_seat(token), timezone.now())
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


@require_POST
@member_page
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """A new address; the old one opens nothing from now on."""
    found = doors.mine_group(who(request), pk)
    said = _("The calendar has a new address. Please subscribe to it anew; the old one opens nothing any more.")
    return tried(request, lambda: seats.renew_calendar(
        seat=found.seat, by=who(request), now=timezone.now()
    ), said, f"{found.mine_url()}leute/")  # fmt: skip
