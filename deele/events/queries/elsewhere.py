"""The same events outside this house: calendars to subscribe to, a feed, a list inside other pages."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from deele.events.models import Event
from deele.events.queries import calendar, calendar_page
from deele.events.queries.calendar import Asked
from deele.office.queries import the_office

LOOKING_BACK = timedelta(days=90)  # what just was stays in calendars people subscribed to
MOST_EMBEDDED = 10


def office_name() -> str:
    """Whose events these are."""
    office = the_office()
    return office.name if office else "Deele"


def title_of() -> str:
    """The name of a calendar or a feed."""
    return _("Events: %(office)s") % {"office": office_name()}


def events(asked: Asked, now: datetime) -> list[Event]:
    """What fits, from a quarter of a year ago on."""
    recent = Q(ends_at__gte=now - LOOKING_BACK) | Q(pk__in=calendar.coming(now).order_by().values("pk"))
    found = calendar.for_cards(Event.objects.public().filter(recent).order_by("starts_at", "pk"))
    rows, _counts = calendar.sieve(asked, list(found[: calendar.MOST]), now)
    return [row.event for row in rows]


def newest(asked: Asked, now: datetime, limit: int) -> list[Event]:
    """What was made public last, of what is still to come."""
    rows = calendar.find(Asked(**{**vars(asked), "is_past": False}), now).rows
    found = [row.event for row in rows]
    return sorted(found, key=lambda event: event.public_since or event.created_at, reverse=True)[:limit]


def embedded(asked: Asked, data: QueryDict, now: datetime) -> dict[str, Any]:
    """The list for other people's pages."""
    rows = calendar.find(Asked(**{**vars(asked), "is_past": False}), now).rows
    return {
        "title": title_of(),
        "cards": calendar.cards_of(rows[:MOST_EMBEDDED], now),
        "more": len(rows) > MOST_EMBEDDED,
        "all_url": reverse("events:calendar") + calendar_page.only_filters(data),
    }


def embed_address(query: str) -> str:
    """The path of the embedded list."""
    return reverse("events:embed") + query


def snippet(address: str, title: str) -> SafeString:
    """The lines one copies; every sign of the address is escaped for HTML."""
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="640" loading="lazy" style="border:0"></iframe>',
        address,
        title,
    )
