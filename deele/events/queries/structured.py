"""An event as search engines read it: schema.org, as a data block that no browser runs."""

import json
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from deele.core.dates import Precision
from deele.events.enums import Format, State
from deele.events.models import Day, Event
from deele.events.queries import status, words
from deele.events.rules.places import Room

MODES = {
    Format.ON_SITE: "OfflineEventAttendanceMode",
    Format.ONLINE: "OnlineEventAttendanceMode",
    Format.HYBRID: "MixedEventAttendanceMode",
}
STATUS = {State.CALLED_OFF: "EventCancelled", State.POSTPONED: "EventPostponed"}
# What may not stand inside a script element of a page, and the two line ends JSON allows and old scripts do not.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def event_data(event: Event, room: Room, root: str, now: datetime) -> SafeString:
    """The block as text, safe inside a script element."""
    text = json.dumps(event_dict(event, room, root, now), ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))


def event_dict(event: Event, room: Room, root: str, now: datetime) -> dict[str, Any]:
    """The event in the words of schema.org; unknown things are left out."""
    url = root + event.get_absolute_url()
    days = list(event.days.all())
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.full_title,
        "description": event.short_text or event.description[:500],
        "startDate": start(days[0]) if days else "",
        "endDate": end(days[-1]) if days else "",
        "eventStatus": f"https://schema.org/{STATUS.get(State(event.state), 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{MODES[Format(event.format)]}",
        "location": location(event, url),
        "organizer": {"@type": "Organization", "name": organiser(event)} if organiser(event) else None,
        "performer": [{"@type": "Person", "name": part.name} for part in event.parts.all()],
        "maximumAttendeeCapacity": event.capacity,
        "isAccessibleForFree": not any(price.amount_cents for price in event.prices.all()),
        "offers": offers(event, room, url, now),
        "superEvent": {"@type": "EventSeries", "name": event.series.name} if event.series else None,
    }
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def start(day: Day) -> str:
    """When it begins, no finer than it is known."""
    begins = timezone.localtime(day.starts_at)
    if day.precision != Precision.DAY:
        return f"{begins:%Y}" if day.precision == Precision.YEAR else f"{begins:%Y-%m}"
    return begins.isoformat() if day.has_time else begins.date().isoformat()


def end(day: Day) -> str:
    """When it ends; empty where nobody knows."""
    if day.precision != Precision.DAY or (day.ends_at is None and day.has_time):
        return ""
    if not day.has_time or day.ends_at is None:
        return words.first_and_last(day)[1].isoformat()
    return timezone.localtime(day.ends_at).isoformat()


def location(event: Event, url: str) -> list[dict[str, Any]]:
    """The venue, the web, or both. The link to the meeting is for registered people only."""
    found: list[dict[str, Any]] = []
    if event.format != Format.ONLINE and (event.venue or event.town or event.place):
        town = event.town or (str(event.place) if event.place else "")
        address = {
            "@type": "PostalAddress",
            "streetAddress": event.street,
            "postalCode": event.postcode,
            "addressLocality": town,
            "addressCountry": "DE",
        }
        address = {name: value for name, value in address.items() if value}
        found.append({"@type": "Place", "name": event.venue or town, "address": address})
    if event.format != Format.ON_SITE:
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def organiser(event: Event) -> str:
    """Who invites: the host named, else the carrier of the area of work."""
    return event.host or (event.area.carrier.name if event.area else "")


def offers(event: Event, room: Room, url: str, now: datetime) -> list[dict[str, Any]]:
    """The price classes, with whether there are places."""
    if status.is_over(event, now) or event.state in status.OFF_STATES:
        return []
    stock = "InStock" if status.has_room(event, room, now) else "SoldOut"
    prices = [(price.title, price.amount_cents) for price in event.prices.all()] or [("", 0)]
    common = {"@type": "Offer", "url": url, "priceCurrency": "EUR", "availability": f"https://schema.org/{stock}"}
    if event.closes_at:
        common["availabilityEnds"] = timezone.localtime(event.closes_at).isoformat()
    return [{**common, **({"name": name} if name else {}), "price": f"{cents / 100:.2f}"} for name, cents in prices]
